"""The names of months: in English and in other languages, of the Islamic and of the Iranian calendar."""

import re


def _numbered(*names: str) -> dict[str, int]:
    """Each of twelve strings of names to its number; a hyphen joins the words of a name of several."""
    return {plain(name): number for number, some in enumerate(names, 1) for name in some.split()}


def plain(name: str) -> str:
    """A name as it is looked up: in lower case, one space for whatever joins its words."""
    return re.sub(r"[\s.'’‘ʿʾ`\-]+", " ", name.lower()).strip()


MONTHS = _numbered(
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
FOREIGN_MONTHS = _numbered(
    "januar jänner janvier enero gennaio janeiro januari يناير كانون-الثاني جانفي ژانویه",
    "februar février fevrier febrero febbraio fevereiro februari فبراير شباط فيفري فوریه",
    "märz mars marzo março maart مارس آذار",
    "avril abril aprile أبريل ابريل نيسان أفريل آوریل",
    "mai mayo maggio maio mei مايو أيار ماي",
    "juni juin junio giugno junho يونيو يونيه حزيران جوان ژوئن",
    "juli juillet julio luglio julho يوليو يوليه تموز جويلية ژوئیه",
    "août aout agosto augustus أغسطس اغسطس آب",
    "septembre septiembre settembre setembro سبتمبر أيلول سپتامبر",
    "oktober octobre octubre ottobre outubro أكتوبر اكتوبر تشرين-الأول اکتبر",
    "novembre noviembre novembro نوفمبر تشرين-الثاني نوامبر",
    "dezember décembre decembre diciembre dicembre dezembro ديسمبر كانون-الأول دسامبر",
)
"""Months in German, French, Spanish, Italian, Portuguese, Dutch, Arabic and Persian, where they are not spelt as in
English. In Latin letters they count only beside the number of a day or behind a preposition of their language, because
many are words or names of something else (mars, mai, agosto)."""
ISLAMIC_MONTHS = _numbered(
    "muharram محرم المحرم",
    "safar صفر",
    "rabi-al-awwal rabi-ul-awwal rabi-al-awal rabi-i ربيع-الأول ربیع-الاول",
    "rabi-al-thani rabi-ath-thani rabi-ul-thani rabi-al-akhir rabi-ii ربيع-الآخر ربيع-الثاني ربیع-الثانی",
    "jumada-al-ula jumada-al-awwal jumada-i جمادى-الأولى جمادی-الاول",
    "jumada-al-thani jumada-al-thaniyah jumada-al-akhirah jumada-ii جمادى-الآخرة جمادى-الثانية جمادی-الثانی",
    "rajab رجب",
    "shaban sha-ban شعبان",
    "ramadan ramadhan ramazan رمضان",
    "shawwal shawal شوال",
    "dhu-al-qadah dhu-al-qa-dah dhul-qadah dhu-al-qi-dah zulqadah ذو-القعدة ذي-القعدة",
    "dhu-al-hijjah dhu-al-hijja dhul-hijjah dhul-hijja zulhijjah ذو-الحجة ذي-الحجة",
)
IRANIAN_MONTHS = _numbered(
    "farvardin فروردین",
    "ordibehesht اردیبهشت",
    "khordad خرداد",
    "tir تیر",
    "mordad amordad مرداد",
    "shahrivar شهریور",
    "mehr مهر",
    "aban آبان",
    "azar آذر",
    "dey دی",
    "bahman بهمن",
    "esfand اسفند",
)
JOINS = r"[\s.'’‘ʿʾ`\-]{1,3}"
"""What may stand between the words of a name."""
