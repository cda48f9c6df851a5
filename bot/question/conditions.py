"""What a question is limited to, as conditions in the query language."""

from bot.languages import phrase
from bot.question.question import QuestionError
from index.query import Actor, Bound, Field, Node, Span

NO_DATE = phrase("“{text}” is no date that is understood. Write 2004, 2004-06 or 2004-06-14.")


def conditions(actor: str | None, source: str | None, since: str | None, until: str | None) -> str:
    """The conditions that options of a command stand for; empty for none.

    Args:
        actor: A name that the passages have to have.
        source: The id of a document, or some of its title.
        since: ISO 8601, as precise as one likes: documents dated so or later.
        until: Likewise, dated so or earlier.

    Raises:
        QuestionError: A date is none.
    """
    nodes: list[Node] = []
    if words := tuple(_plain(actor).split()):
        nodes.append(Actor(words))
    if title := _plain(source):
        nodes.append(Field("source", title))
    nodes += [Bound(name, _date(text)) for name, text in (("from", since), ("to", until)) if text]
    return " ".join(map(str, nodes))


def _plain(value: str | None) -> str:
    """On one line and without quotation marks, which would end the value."""
    return " ".join((value or "").replace('"', " ").split())


def _date(text: str) -> str:
    if Span.of(text.strip()) is None:
        raise QuestionError(NO_DATE, text=text)
    return text.strip()
