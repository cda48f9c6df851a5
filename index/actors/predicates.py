"""What persons, bodies and places are said to be, to do and to have. Written by hand from general knowledge.

Which of it tells how surely was looked up in four sets (``news_timelines14``, ``rtqa_2022_24``, ``squad2_visible``,
``inscit_dev``), where the names themselves make certain what 13,000 mentions are.
"""

from typing import Final


def _forms(words: str) -> frozenset[str]:
    """Nouns in the singular and the plural."""
    some = words.split()
    plurals = (f"{one[:-1]}ies" if one[-1] == "y" and one[-2] not in "aeo" else f"{one}s" for one in some)
    return frozenset((*some, *plurals))


ROLES: Final = frozenset(
    "master trainer chef clerk fisherman welder carpenter mechanic shepherd butcher baker grocer porter"
    " guard warden sailor skipper cleric commander officer official leader chief head president minister"
    " spokesman spokeswoman general colonel captain politician lawyer judge journalist reporter activist"
    " militant fighter terrorist operative agent diplomat ambassador envoy businessman scholar professor"
    " author singer actor actress director founder chairman member brother sister son daughter father mother"
    " wife husband cousin uncle nephew man woman boy girl doctor engineer economist analyst expert student"
    " teacher soldier lawmaker senator facilitator handler financier smuggler banker trader aide adviser"
    " advisor deputy secretary negotiator prisoner detainee suspect defendant witness victim candidate"
    " incumbent player coach manager owner executive entrepreneur billionaire attorney prosecutor detective"
    " pilot priest bishop imam sheikh king queen prince princess widow resident veteran national citizen"
    " militiaman pointman dictator governor mayor accountant courier driver bodyguard intermediary figure"
    " historian scientist researcher writer claimant defendant plaintiff respondent appellant applicant petitioner"
    " complainant interviewee interviewer informant courier shareholder auditor notary trustee guarantor"
    " nurse midwife surgeon vet veterinarian farmer herdsman trapper miner painter poet sculptor composer printer"
    " geologist botanist biologist chemist physicist astronomer archaeologist surveyor architect inventor explorer"
    " merchant broker catechist monk nun missionary guide interpreter translator photographer assistant advocate"
    " solicitor barrister bailiff supervisor foreman technician cook seamstress tailor peasant labourer"
    " orphan refugee hostage survivor grandfather grandmother grandson granddaughter niece aunt stepfather tycoon"
    " industrialist landowner chieftain warlord".split()
)
"""What a person is said to be."""

EMPLOYED: Final = frozenset(
    "engineer engineers analyst analysts banker bankers lawyer lawyers attorney economist economists editor reporter"
    " correspondent journalist researcher researchers scientist consultant accountant clerk partner director manager"
    " executive geologist officer trader lecturer fellow spokesman spokeswoman spokesperson secretary cashier broker"
    " dispatcher supervisor technician apprentice intern programmer designer steward conductor job post position work"
    " works worked working employed employee employees shares apprenticed".split()
)
"""Who or what is at, with or for a body: an engineer with Siemens, worked for Aramco."""

BODIES_AS: Final = _forms(
    "hospital clinic orphanage foundation mosque"
    " refinery carrier shipper forwarder contractor insurer lender dealer subsidiary supplier"
    " operator publisher brotherhood parliament court tribunal committee commission militia group party"
    " organisation organization company firm agency movement faction army force unit brigade battalion"
    " network alliance coalition union club team bank newspaper magazine broadcaster airline manufacturer"
    " retailer regime government ministry charity institute university think-tank watchdog regulator cartel"
    " gang corporation conglomerate outlet channel website clan startup start-up non-profit nonprofit ngo"
    " bakery brewery journal daily weekly periodical tabloid consultancy cooperative co-operative association"
    " federation confederation bookmaker supermarket chain wholesaler distributor maker producer giant"
    " developer brokerage auditor partnership trust fund sect lodge choir orchestra band regiment"
    " squadron division cell monastery convent seminary academy college school laboratory"
    " studio theatre theater publishing-house bureau authority directorate"
) | frozenset("consortium corps".split())
"""What a body is said to be."""

PLACES_AS: Final = _forms(
    "plateau quarter desert coast airport road street prison camp bridge market square river lake airstrip"
    " crossing junction hamlet oasis bay gulf strait commune parish harbour harbor city town village capital"
    " province region district country state island port neighborhood neighbourhood suburb area county"
    " mountain valley border governorate territory nation kingdom republic peninsula stronghold forest mine"
    " highland hill basin dam coastline oilfield refugee-camp wetland tributary stream creek"
    " anchorage estuary gorge canyon rapid waterfall quarry settlement municipality township volcano glacier"
    " headland archipelago atoll lagoon marsh swamp reservoir canal cemetery farm estate ranch plantation homeland"
    " birthplace prefecture canton steppe"
) | frozenset("delta plains outskirts".split())
"""What a place is said to be."""

SETTLED: Final = frozenset(
    "residents villagers inhabitants governor mayor prefect authorities region area airport highway where countryside"
    " suburb suburbs outskirts riverbank".split()
)
"""Nouns that follow the name of a place: Karsk residents."""

SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest outskirts suburbs streets siege battle bank"
    " banks coast shores mayor governor inhabitants residents villagers bishop archbishop prefect heights"
    " height rapids natives road parts regions diocese harbour port mouth slopes vicinity surroundings centre"
    " rooftops villages".split()
)
"""What a place has: the outskirts of Homs."""

BODY_MEMBERS: Final = frozenset(
    "officer official officials officers member members commander commanders fighter fighters operative"
    " operatives militant militants leader leaders chief spokesman spokeswoman spokesperson headquarters"
    " troops militiamen activist activists employee employees executive executives supporters lawmaker"
    " lawmakers ranks chairman shares statement stock ceo cadres cell cells gunmen handler handlers agent"
    " agents analyst analysts economist economists reporter reporters correspondent volunteers report reports building"
    " staff board subsidiary branch customers shareholders trustees editor stake managers sales".split()
)
"""Nouns that follow the name of a body: a Hezbollah official, Qods Force officers."""

BODY_HAS: Final = frozenset(
    "shareholders profit profits board headquarters staff subsidiary customers chairman chairwoman ceo spokesman"
    " spokeswoman spokesperson members fighters founder founders employees offices revenue revenues fleet newsroom"
    " website branch branches workforce directors trustees turnover creditors lenders factory factories".split()
)
"""What a body has: Tamarind's shareholders."""

PLACE_HAS: Final = frozenset(
    "capital parliament economy population residents streets outskirts borders coast coastline suburbs"
    " prime north south east west northern southern eastern western airport largest oldest neighbours neighbors"
    " mayor inhabitants".split()
)
"""What a place has: Lebanon's economy."""

RELATIVES: Final = frozenset(
    "brother father mother wife son daughter sister uncle cousin nephew death birth career life lawyer lawyers"
    " widow husband family childhood hand hands eyes face voice body grave funeral house parents nickname"
    " friend".split()
)
"""What a person has: Yusif's brother."""

PERSON_VERBS: Final = frozenset(
    "said says told tells met meets born died married asked added replied recalled wrote testified studied"
    " smiled laughed visited travelled traveled resigned fled believed thought knew explained argued"
    " insisted admitted confessed pleaded returned joined walked drove lived grew spoke served worked"
    " arrived denied claimed recounted complained wanted felt who whose whom".split()
)
"""What persons do; bodies and places hardly."""

BODY_VERBS: Final = frozenset(
    "employed employs shipped ships acquired acquires operates manufactures manufactured produces publishes issued"
    " merged posted supplies supplied insures insured offers voted invests invested donated estimates sells lends"
    " licensed licenses distributes imports exports funds sponsors sponsored owns broadcast recruits recruited"
    " renewed forecasts plans".split()
)
"""What bodies do more than persons."""

FOUNDED: Final = frozenset(
    "founded co-founded established runs chaired chairs heads owns acquired quit headed bankrupted"
    " nationalised nationalized liquidated".split()
)
"""What is done to a body: founded Hezbollah, runs Tamarind."""

MADE_BY: Final = frozenset(
    "published printed issued broadcast manufactured operated insured certified sponsored licensed"
    " shipped audited".split()
)
"""What a body is said to have done, before "by"."""

MADE_BY_ONE: Final = frozenset(
    "voiced directed written painted composed played sung portrayed sculpted photographed conducted".split()
)
"""What a person is said to have done, before "by"."""

RULERS: Final = frozenset("president king queen chancellor premier emir sultan emperor ruler".split())
"""What comes before "of" and a state, more seldom a body: president of Lebanon."""

MOVED: Final = frozenset(
    "moved returned returns sent walked went came fled travelled traveled drove flew sailed marched moves retreated"
    " deported transferred road trip journey passage way route flight emigrated withdrew escaped headed ride".split()
)
"""What leads to a place: fled to Lima."""
