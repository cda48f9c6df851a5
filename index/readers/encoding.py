"""From a file's bytes to its characters, and from characters to clean lines."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

MAX_JUNK = 0.10
"""Share of control, replacement and private characters from which a file is no text. Random bytes read as a one-byte
code hold 11 to 13 % of them; a text with a stray NUL in every line stays below 2 %."""

MAX_REPLACED = 0.10
"""Share of the characters beyond ASCII that may be broken in a file that is UTF-8 all the same. A text in another
code is valid UTF-8 by chance in few places only, so there nearly every one of them is broken."""

SAMPLE = 1 << 16
"""Bytes that a guess at the encoding looks at; more makes it slower and, from 1 MiB on, even worse."""

# Longest first: the mark of UTF-16 begins the mark of UTF-32.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read when these are declared: the declared name is that of a part of the code really in use.
_IN_USE = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
}

# No encodings of documents; some of them take time quadratic in the text's length.
_NOT_OF_DOCUMENTS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})

# The letters beyond ASCII of one language each. A text in cp1252 keeps to one of them, whereas other codes read as
# cp1252 mix them or show signs inside words: charset-normalizer alone takes many short Western texts for cp1250.
_WESTERN = tuple(
    frozenset(letters + letters.upper())
    for letters in ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüªº", "àèéìíîòóù", "áâãàçéêíóôõúªº", "åäöæøé", "áéíóúýðþæö")
)
_WESTERN_LETTERS = frozenset().union(*_WESTERN)
# Codes that share most accented letters with cp1252, so that a text in several Western languages looks like theirs.
_CENTRAL = frozenset({"cp1250", "cp1254", "cp1257", "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_10", "iso8859_13"})
# Read as cp1252, the commonest letters of Hungarian, Turkish, Czech and Serbian: ő, ű, ş, ğ, ţ, ř.
_ELSEWHERE_COMMON = frozenset("õÕûÛþÞðÐøØ")
_WESTERN_SIGNS = frozenset("“”‘’‚„«»‹›–—…•·°§¶©®™€£¥¢¡¿´½¼¾²³¹×÷±µ\u00a0\u00ad")

_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¹²³¼½¾¿¤¦¨¬¯±¸](?=[^\W\d_])")

_BREAK = re.compile(r"\r\n|[\r\x85\u2028\v]")
_PARAGRAPH_BREAK = re.compile(r"[\f\u2029]")
# C0 but for tab and newline, DEL, C1, and halves of surrogate pairs, which no file may hold but an escape can name.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Besides these what stands for broken bytes, and private characters, which random bytes read as UTF-16 are full of.
_JUNK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff\ue000-\uf8ff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class NotTextError(ValueError):
    """The bytes are no text; the message is one clause for people."""


def decode(content: bytes, declared: str | None = None) -> str:
    r"""The text that a file's bytes spell, with ``\n`` for line breaks and without control characters but tabs.

    Args:
        content: The whole file.
        declared: The encoding that the file itself names, such as a page's ``charset``; believed only where the
            bytes are not UTF-8.

    Raises:
        NotTextError: The bytes are no text in any encoding that is known.
    """
    for text, junk in _readings(content, declared):
        broken = _PARAGRAPH_BREAK.sub("\n\n", _BREAK.sub("\n", text))
        if len(junk.findall(broken)) <= MAX_JUNK * len(broken):
            return _CONTROLS.sub("", broken)
    raise NotTextError("it holds no text but binary data")


def plain(text: str) -> str:
    r"""The text with every line break as ``\n`` and without control characters but tabs; nothing else is changed."""
    text = _PARAGRAPH_BREAK.sub("\n\n", _BREAK.sub("\n", text))
    return _CONTROLS.sub("", text)


def line(text: str) -> str:
    """The text on one line: each line break and the spaces around it become one space, the ends are stripped."""
    return " ".join(filter(None, map(str.strip, plain(text).split("\n"))))


def _readings(content: bytes, declared: str | None) -> Iterator[tuple[str, re.Pattern[str]]]:
    """What the bytes may spell, likeliest first, each with the characters that speak against it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield content[len(mark) :].decode(encoding, errors="replace"), _JUNK
            return
    try:
        # Nothing but text is UTF-8 throughout, whatever signs it is made of.
        yield content.decode("utf-8"), _CONTROLS
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        if text.count("\ufffd") <= MAX_REPLACED * len(_BEYOND_ASCII.findall(text)):
            yield text, _JUNK
    for encoding in _encodings(content, declared):
        yield content.decode(encoding, errors="replace"), _JUNK


def _encodings(content: bytes, declared: str | None) -> Iterator[str]:
    named = _known(declared) if declared else None
    if named:
        yield named
    western = content.decode("cp1252", errors="replace")
    if _is_western(western):
        yield "cp1252"
    # Loading it takes longer than opening a saved index, and hardly a document needs it.
    import charset_normalizer

    guesses = charset_normalizer.from_bytes(_sample(content))
    if guesses:
        # Guesses come best first, but near relatives such as cp1250 and cp1257 are told apart by their signs better.
        guess = min(guesses, key=lambda guess: len(_SIGN_IN_WORD.findall(str(guess))))
        if guess.encoding in _CENTRAL and _may_be_western(western, content.decode(guess.encoding, errors="replace")):
            yield "cp1252"
        yield guess.encoding


def _sample(content: bytes) -> bytes:
    # Lines in ASCII tell nothing, but where a character has two bytes they cannot be told apart by their bytes.
    telling = b"" if b"\x00" in content else b"\n".join(row for row in content.splitlines() if not row.isascii())
    return (telling or content)[:SAMPLE]


def _known(declared: str) -> str | None:
    try:
        codec = codecs.lookup(declared.strip())
        # Codecs between bytes and bytes, such as zlib, are found by name too, and refused here.
        b"x".decode(codec.name)
    except (LookupError, ValueError):
        return None
    return None if codec.name.replace("_", "-") in _NOT_OF_DOCUMENTS else _IN_USE.get(codec.name, codec.name)


def _is_western(text: str) -> bool:
    foreign = {character for character in set(text) if not character.isascii()} - _WESTERN_SIGNS
    return any(foreign <= letters for letters in _WESTERN) and not _SIGN_IN_WORD.search(text)


def _may_be_western(western: str, guessed: str) -> bool:
    """Whether a text reads as words of Western languages, and as nothing but those in the code that was guessed.

    Args:
        western: Read as cp1252.
        guessed: Read as a related code, in which a letter that Western languages lack tells of another language, as
            long as cp1252 has no letter of theirs in its place.
    """
    letters = {character for character in set(western) if not character.isascii()} - _WESTERN_SIGNS
    if not letters <= _WESTERN_LETTERS or _SIGN_IN_WORD.search(western):
        return False
    changed = {read for read, other in zip(western, guessed, strict=False) if read != other} - _WESTERN_SIGNS
    return any(changed <= of_language - _ELSEWHERE_COMMON for of_language in _WESTERN)


def is_wide(character: str) -> bool:
    """Whether it belongs to a script that writes without spaces between words and fills two columns."""
    return unicodedata.east_asian_width(character) in "WF"
