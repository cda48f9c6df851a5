"""Where sentences begin and end."""

import re
from collections.abc import Iterator

import nupunkt

LONGEST = 600
"""Code points. A longer "sentence" (a table, a text without full stops) is cut at its last clause or word break before
this length, because an answer of one to three quotes has to stay readable in one Discord message."""

_BREAKS = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"\s"))
_DAY = re.compile(r"(?<![\w.])(?:0?[1-9]|[12]\d|3[01])\.\Z")
_MONTH = re.compile(
    r"(?:jan(?:uar|uari|uary|uára)?|jänner|feb(?:ruar|er)?|feber|märz|marts|mars|april|apr|mai|maj|juni?|juli?|august|aug"
    r"|sept(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?|des(?:ember)?|dec(?:ember)?|tammikuuta|helmikuuta|kesäkuuta"
    r"|heinäkuuta|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|siječnja|ožujka)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?P<word>[^\W\d_]{3,})\.[’”»\"')\]]*\s+(?=[“‘«\"'(\[]?[^\W\d_a-z])",
)
_SHORTENED = frozenset(
    "adm approx assn bhd brig bur capt cdr cmdr comdr corp dept det dipl dist div dott eds eng env esp esq est etc"
    " excl ext fig figs geb gen ggf gov govt hon hrsg inc incl ing inkl intl lieut lit ltd maj messrs mfg mgr mio misc"
    " mlle mme mrd mrs msgr mss mtn natl nos núm orig pfc plc prof pseud pts pvt ref refs rep reps rev sci sec sen sens"
    " sgt sig sra srta supp supt trans univ usw vgl vol vols".split()
)
"""Words that are hardly ever written out, so a full stop behind one may end nothing."""
_SHORTENED_NAMES = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Cal"
    " Calif Colo Conn Del Fla Ill Ind Kan Mass Mich Minn Miss Mont Neb Nev Okla Ore Penn Tenn Tex Wash Wis Wyo App Art"
    " Cap Ch Cir Cl Col Com Con Def Dem Exh Fed Int Jud Lab Med Min Mod Par Para Pat Pub Reg Sched Sess Stat Sub Tit"
    " Ben Chas Geo Wm".split()
)
"""The same of those that begin with a capital: "Mar." is March, "mar." is no month."""
_CLOSERS = "’”»\"')]"


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, ``text[start:end]``, as offsets into ``text``.

    White space around a sentence belongs to none; everything else is covered, in order. None is longer than LONGEST.
    """
    paragraph = text[start:end]
    spans: list[tuple[int, int]] = []
    parted = [part for span in nupunkt.sent_spans(paragraph) for part in _parted(paragraph, *span)]
    for begin, stop in _joined(paragraph, parted):
        spans += [(start + left, start + right) for left, right in _cut(paragraph, begin, stop)]
    return spans


def _parted(paragraph: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Parts what a full stop ends that nupunkt takes for that of an abbreviation.

    It takes 404 of the 20,000 commonest English words for abbreviations where a name follows, "bank", "story" and
    "month" among them.
    """
    for found in _STOP.finditer(paragraph, begin, stop):
        word = found["word"]
        if word.casefold() not in _SHORTENED and word not in _SHORTENED_NAMES and found.end() < stop:
            yield begin, found.end()
            begin = found.end()
    yield begin, stop


def _joined(paragraph: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Gives a closing quote or bracket that was split off back to the sentence it closes."""
    joined: list[tuple[int, int]] = []
    for begin, stop in spans:
        closers = begin
        while joined and closers < stop and paragraph[closers] in _CLOSERS:
            closers += 1
        if closers > begin and (closers == stop or paragraph[closers].isspace()):
            joined[-1] = (joined[-1][0], closers)
            begin = closers
        if joined and _DAY.search(paragraph[: joined[-1][1]].rstrip()) and _MONTH.match(paragraph[begin:stop].lstrip()):
            # "1. März" is a date, in the languages that write a day with a full stop.
            joined[-1] = (joined[-1][0], stop)
        elif paragraph[begin:stop].strip():
            joined.append((begin, stop))
    return joined


def _cut(paragraph: str, begin: int, stop: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    while (left := _trimmed(paragraph, begin, stop)) is not None:
        begin, stop = left
        cut = stop if stop - begin <= LONGEST else _break(paragraph, begin)
        piece = _trimmed(paragraph, begin, cut)
        if piece is not None:
            pieces.append(piece)
        begin = cut
    return pieces


def _break(paragraph: str, begin: int) -> int:
    """The kindest place to cut a sentence that begins at ``begin``: a clause, a comma, a word, else anywhere."""
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(paragraph, begin, begin + LONGEST)]
        # Cutting off a few words would leave a quote that says nothing.
        if ends and ends[-1] - begin > LONGEST // 3:
            return ends[-1]
    return begin + LONGEST


def _trimmed(paragraph: str, begin: int, stop: int) -> tuple[int, int] | None:
    while begin < stop and paragraph[begin].isspace():
        begin += 1
    while stop > begin and paragraph[stop - 1].isspace():
        stop -= 1
    return (begin, stop) if begin < stop else None
