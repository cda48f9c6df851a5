"""Days of the year that have a name, by that name as ``index.dates.months.plain`` has it."""

from datetime import date

EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
    "pentecost": 49,
}
"""Days after Easter Sunday."""
FIXED = {
    "st patrick s day": (3, 17),
    "saint patrick s day": (3, 17),
    "international women s day": (3, 8),
    "valentine s day": (2, 14),
    "st valentine s day": (2, 14),
    "saint valentine s day": (2, 14),
    "valentines day": (2, 14),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "boxing day": (12, 26),
    "april fools day": (4, 1),
    "april fool s day": (4, 1),
    "may day": (5, 1),
    "midsummer day": (6, 24),
    "midsummer s day": (6, 24),
    "michaelmas": (9, 29),
    "all saints day": (11, 1),
    "all souls day": (11, 2),
    "twelfth night": (1, 5),
    "labour day": (5, 1),
}
ONCE = {
    "9/11": date(2001, 9, 11),
    "d day": date(1944, 6, 6),
    "black monday": date(1987, 10, 19),
    "black tuesday": date(1929, 10, 29),
    "black thursday": date(1929, 10, 24),
}
"""Days that were once, by the names that histories give them."""
OF_WEEKDAY = {
    "martin luther king day": (1, 0, 3),
    "martin luther king jr day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "mother s day": (5, 6, 2),
    "mothers day": (5, 6, 2),
    "father s day": (6, 6, 3),
    "fathers day": (6, 6, 3),
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}
"""Month, weekday (Monday 0) and which of the month, -1 the last; as the United States keep them."""
ISLAMIC = {
    **dict.fromkeys(("eid al fitr", "eid ul fitr", "eid el fitr"), (10, 1)),
    **dict.fromkeys(("eid al adha", "eid ul adha", "eid el adha"), (12, 10)),
    "eid al ghadir": (12, 18),
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
}
"""Month and day of the Islamic calendar; Mawlid as Sunnis keep it."""
NOWRUZ = frozenset("nowruz norouz noruz newroz".split())
"""Spellings of the first day of the Iranian year."""
FEASTS = frozenset((*EASTER, *FIXED, *ONCE, *OF_WEEKDAY, *ISLAMIC, *NOWRUZ))
