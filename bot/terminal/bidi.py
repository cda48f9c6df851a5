"""Directional controls in what a document says: what it opens is closed, so that it turns nothing beside it around."""

_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_END_EMBEDDING, _END_ISOLATE = "\u202c", "\u2069"


def closed(text: str) -> str:
    """The text, with behind it what closes the embeddings, overrides and isolates that it leaves open.

    As the Unicode Bidirectional Algorithm (UAX 9, X5a to X7) has it: the end of an isolate also closes the embeddings
    opened in it, and an end that nothing was opened for does nothing. A line's end closes all by itself.
    """
    opened: list[str] = []
    for character in text.rpartition("\n")[2]:
        if character in _EMBEDDINGS:
            opened.append(_END_EMBEDDING)
        elif character in _ISOLATES:
            opened.append(_END_ISOLATE)
        elif character == _END_EMBEDDING and opened[-1:] == [_END_EMBEDDING]:
            opened.pop()
        elif character == _END_ISOLATE and _END_ISOLATE in opened:
            while opened.pop() != _END_ISOLATE:
                pass
    return text + "".join(reversed(opened))
