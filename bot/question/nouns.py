"""Nouns that say what kind of thing is asked for: a city is a where, a price a how many."""

from bot.question.asked import Asked

_NOUNS = {
    Asked.WHEN: "year date day month decade century season weekday birthday deadline anniversary",
    Asked.QUANTITY: "number percentage percent percentile sum share rate population age distance amount price cost"
    " score speed temperature length height size fraction proportion total salary fee frequency magnitude toll width"
    " depth weight wage ransom bounty budget turnover profit bail rent debt",
    Asked.WHERE: "city country nation town place village state province region location capital island continent county"
    " river lake sea ocean mountain district area territory street road airport port venue destination birthplace"
    " whereabouts address headquarters prison jail hospital hotel cemetery harbour harbor valley suburb"
    " neighbourhood neighborhood hometown",
    Asked.BODY: "group organisation organization company party team body agency unit firm automaker brand retailer"
    " airline chain bank university college school network platform manufacturer giant militia army force league club"
    " church institution institute newspaper publisher studio department ministry court union corporation carmaker"
    " automobile maker service website app museum alliance federation movement regiment faction authority committee"
    " commission charity foundation brigade battalion gang tribe congregation contractor yard shipyard supplier"
    " dealership magazine broadcaster station lab laboratory",
    Asked.WHO: "man woman person people leader commander official president minister senator politician actor actress"
    " singer artist author writer musician player star athlete golfer quarterback coach founder billionaire"
    " celebrity king queen prince princess monarch pope governor mayor candidate ceo executive scientist"
    " mathematician physicist engineer inventor explorer philosopher general officer judge lawyer rapper"
    " comedian director poet composer dynast emperor ruler duke archbishop bishop researcher theorist family"
    " historian owner boss chairman chairwoman chair captain colonel sergeant lieutenant soldier pilot driver"
    " witness victim suspect killer murderer thief spy agent prosecutor solicitor detective inspector doctor"
    " nurse teacher priest sheikh broker dealer merchant customer buyer seller manager deputy successor"
    " predecessor heir spokesman spokeswoman mediator envoy ambassador guy girl child defendant plaintiff"
    " whistleblower informant landlord tenant",
    Asked.WHY: "reason purpose motive cause",
    Asked.DURATION: "duration timespan sentence",
    Asked.ALIAS: "nickname alias pseudonym codename callsign",
}
_KINDS = {noun: asked for asked, nouns in _NOUNS.items() for noun in nouns.split()}


def kind_of(noun: str) -> Asked | None:
    """The kind of thing that a noun is, in the singular or the plural; None for one that says nothing of the kind."""
    folded = noun.casefold()
    forms = (folded, folded.removesuffix("s"), folded.removesuffix("es"), folded.removesuffix("ies") + "y")
    return next((_KINDS[form] for form in forms if form in _KINDS), None)
