"""The words that time expressions are made of, and what each is to the grammar."""

from index.dates.calendar import Edge, Grain
from index.dates.feasts import FEASTS
from index.dates.months import FOREIGN_MONTHS, IRANIAN_MONTHS, ISLAMIC_MONTHS, MONTHS

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {
    "spring": 21,
    "springtime": 21,
    "summer": 22,
    "summertime": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
    "wintertime": 24,
}

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{name: number for number, name in enumerate(_ONES.split(), 1)},
    **{name: 10 * number for number, name in enumerate(_TENS.split(), 2)},
    "single": 1,
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
}
ORDINALS = {
    name: number
    for number, name in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        1,
    )
} | {"twenty-first": 21, "final": -1}
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
}

UNITS: dict[str, tuple[Grain | None, str]] = {
    name: (grain, iso)
    for names, grain, iso in (
        ("seconds sec secs", None, "T1S"),
        ("minute minutes min mins", None, "T1M"),
        ("hour hours hr hrs", None, "T1H"),
        ("day days", Grain.DAY, "1D"),
        ("night nights", Grain.DAY, "1D"),
        ("week weeks wk wks", Grain.WEEK, "1W"),
        ("fortnight fortnights", Grain.WEEK, "2W"),
        ("weekend weekends", Grain.WEEKEND, "1W"),
        ("month months", Grain.MONTH, "1M"),
        ("quarter quarters", Grain.QUARTER, "3M"),
        ("year years yr yrs", Grain.YEAR, "1Y"),
        ("decade decades", Grain.DECADE, "10Y"),
        ("century centuries", Grain.CENTURY, "100Y"),
    )
    for name in names.split()
}
"""Each unit's grain on the calendar (None below a day) and ISO 8601 length."""

HOLIDAYS = {"christmas": (12, 25), "xmas": (12, 25), "halloween": (10, 31)}
"""Days of the year that have a name of one word; "Christmas Eve" and "New Year's Day" are rules of the grammar."""

PERIODIC = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "weekdays": "P1W",
    **{f"{name}s": "P1W" for name in ("monday tuesday wednesday thursday friday saturday sunday").split()},
}
EDGES: dict[str, Edge] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "beginning": "beginning",
    "start": "beginning",
    "outset": "beginning",
    "end": "end",
    "close": "end",
}
COUNTED = frozenset(
    "people persons men women children soldiers troops fighters militants rebels prisoners inmates refugees civilians"
    " members workers employees students officers police staff jobs seats votes voters shares units cases deaths homes"
    " houses times copies points words pages pieces items tons tonnes barrels dollars euros pounds cents percent per"
    " million billion thousand hundred dozen km kilometres kilometers miles metres meters feet ft acres hectares square"
    " mb gb kb mhz ghz rpm hp watts kg g lb lbs grams calories degrees mm cm m x others more cars vehicles aircraft"
    " planes crates boxes rounds missiles rockets tanks guns".split()
)
"""What a number of four digits counts rather than dates."""

_WORDS: dict[str, str] = {
    "DAYPART": "morning afternoon evening dawn dusk daybreak sunrise sunset nightfall",
    "NIGHT": "night",
    "NOON": "noon midnight midday",
    "TODAY": "today tonight",
    "YESTERDAY": "yesterday",
    "TOMORROW": "tomorrow",
    "NOW": "now currently nowadays presently current",
    "RECENT": "recent recently lately",
    "MORE": "more",
    "ANOTHER": "another",
    "PERIOD": "period",
    "MOMENT": "moment present",
    "ROW": (
        "consecutive straight successive running full whole further additional other calendar working business trading"
    ),
    "FUTURE": "future",
    "NEAR": "near foreseeable immediate distant",
    "COUNT_VAGUE": "several few many some",
    "COUPLE": "couple",
    "HALF": "half",
    "AN": "a an",
    "THE": "the",
    "THESE": "these",
    "ONCE": "once",
    "OVERNIGHT": "overnight",
    "WHILE": "while",
    "AHEAD": "ahead",
    "MIDWAY": "midweek midmonth midyear",
    "PLENTY": "tens dozens scores hundreds thousands",
    "HENCE": "hence",
    "SESSION": "session",
    "TIMES": "times",
    "TWICE": "twice thrice",
    "THIS": "this",
    "THAT": "that",
    "SAME": "same",
    "LAST": "last",
    "NEXT": "next",
    "PAST": "past",
    "COMING": "coming",
    "UPCOMING": "upcoming",
    "FOLLOWING": "following ensuing subsequent",
    "PREVIOUS": "previous preceding prior",
    "OF": "of",
    "IN": "in during",
    "ON": "on",
    "AT": "at",
    "FOR": "for within over",
    "FROM": "from",
    "BETWEEN": "between",
    "AND": "and",
    "OR": "or",
    "TO": "to until till through thru",
    "ABOUT": "about around circa approximately nearly almost roughly",
    "AGO": "ago",
    "LATER": "later afterwards afterward",
    "EARLIER": "earlier previously",
    "BEFORE": "before",
    "AFTER": "after",
    "EVERY": "every each",
    "PER": "per",
    "HOURS": "hours",
    "OLD": "old older younger",
    "EVE": "eve",
    "DATE": "date stage",
    "NEW": "new",
    "TIME": "time",
    "POINT": "point",
    "TERM": "term",
    "LONG": "long short medium",
    "FISCAL": "fiscal financial fy",
    "YEARWORD": "year",
    "SECOND": "second",
    "CENTURY": "century",
    "UNITONE": "day week month weekend decade fortnight",
    "UNITMANY": "days nights weeks months years decades centuries weekends fortnights quarters",
    "CLOCKUNIT": "hour minute sec min hr yr wk",
    "CLOCKUNITS": "minutes seconds secs mins hrs yrs wks",
    "QUARTERWORD": "quarter",
    "DE": "de di van من",
    "ZONE": "utc gmt est edt et cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst aest",
    "AM": "am pm a.m. p.m. a.m p.m",
    "ERA": "bc bce ad ce b.c. b.c a.d. a.d",
    "CIRCA": "c ca cca",
    "REGION": "eastern central mountain pacific local",
    "WHOLELONG": "daylong weeklong monthlong yearlong decadelong",
    "HIJRA": "ah هـ ه هجري هجرية هجری",
    "SOLAR": "شمسی",
    "MAH": "ماه",
    "YEAROF": "سال عام سنة",
    "LET": "let",
    "ALL": "all",
    "NO": "no",
    "THAN": "than",
    "LESS": "less fewer",
    "LEAST": "least most",
    "UP": "up",
    "ENDED": "ended ending",
    "TURN": "turn",
    "OCLOCK": "o",
}
CLASSES: dict[str, str] = {word: name for name, words in _WORDS.items() for word in words.split()}
CLASSES.update(dict.fromkeys(MONTHS, "MONTH"))
CLASSES.update(dict.fromkeys(FOREIGN_MONTHS, "FOREIGN"))
CLASSES.update(dict.fromkeys(ISLAMIC_MONTHS, "ISLAMIC"))
CLASSES.update(dict.fromkeys(IRANIAN_MONTHS, "IRANIAN"))
CLASSES.update(dict.fromkeys(FEASTS, "FEAST"))
CLASSES.update(dict.fromkeys(WEEKDAYS, "WEEKDAY"))
CLASSES.update(dict.fromkeys(SEASONS, "SEASON"))
CLASSES.update(dict.fromkeys(NUMBERS, "NUMBERWORD"))
CLASSES.update(dict.fromkeys(("dozen", "hundred", "thousand"), "MANYWORD"))
CLASSES.update({word: "RANK" for word in ORDINALS if word != "second"})
CLASSES.update(dict.fromkeys(DECADES, "DECADE"))
CLASSES.update(dict.fromkeys(HOLIDAYS, "HOLIDAY"))
CLASSES.update(dict.fromkeys(PERIODIC, "PERIODIC"))
CLASSES.update({word: "EDGE" for word in EDGES if word not in ("early", "late", "mid")})
CLASSES.update(dict.fromkeys(("early", "late", "mid"), "EARLY"))
"""The class of each word, by which the grammar's rules know it."""
COMPANIONS: dict[str, str] = {
    word: name
    for name, words in (
        ("SMALL", "small wee"),
        ("BEGUN", "starting commencing"),
        ("OPENING", "opening closing dying waning"),
        ("KIND", "model tax school academic"),
        ("VERY", "very"),
    )
    for word in words.split()
}
"""The classes of words that are of a time in company only, and say something else alone: the small hours, the opening
weeks, the 2016 tax year."""
