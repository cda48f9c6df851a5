"""``footnote timeline``."""

from pathlib import Path

import click

from bot.message import phrases
from bot.message.events import Event, Events, Told
from bot.message.payload import timeline_payload
from bot.message.when import in_words
from bot.terminal import render
from bot.terminal.options import Exit, json_option, note, open_footnote, print_json, sources_options
from bot.terminal.picture import image_option, write_picture
from index.events import Period
from index.query.dates import Span


class _Date(click.ParamType[Span]):
    """A date, as precise as is known."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        span = value if isinstance(value, Span) else Span.of(str(value))
        if span is None:
            self.fail(f"{value!r} is no date; write 2007, 2007-01 or 2007-01-20", param, ctx)
        return span


_DATE = _Date()


@click.command(epilog='Example: footnote timeline --actor "Hajj Yusif" --from 2004 --to 2007-03 --image timeline.png')
@click.option("--actor", metavar="NAME", help="Only events whose sentence names this actor.")
@click.option("--from", "since", metavar="DATE", type=_DATE, help="Only what was then or later.")
@click.option("--to", "until", metavar="DATE", type=_DATE, help="Only what was then or earlier.")
@click.option("--published-from", "earliest", metavar="DATE", type=_DATE, help="Only from documents of then or later.")
@click.option("--published-to", "latest", metavar="DATE", type=_DATE, help="Only from documents of then or earlier.")
@image_option
@sources_options
@json_option
def timeline(
    *,
    actor: str | None,
    since: Span | None,
    until: Span | None,
    earliest: Span | None,
    latest: Span | None,
    image: Path | None,
    corpus: Path | None,
    index: Path | None,
    as_json: bool,
) -> Exit:
    """List what happened when, in order, each event with the sentence that tells it.

    An event told several times is one entry. When it was and when the document was published are two things: --from and
    --to limit the one, --published-from and --published-to the other.

    Exit status: 0 found, 1 nothing found or an unknown actor (with near names), 2 misuse or failure.
    """
    told, published = _period(since, until, ""), _period(earliest, latest, "published-")
    found = open_footnote(corpus, index).chronicler.events(actor, told, published)
    if image is not None and found.events:
        from bot.message.illustration import timeline_picture  # Pillow is not needed for a list

        write_picture(timeline_picture(found).png, image)
    if as_json:
        print_json(timeline_payload(found))
    elif found.events:
        click.echo(listed(actor, found))
    if not found.events:
        note(listed(actor, found))
    return Exit.FOUND if found.events else Exit.NOTHING


def _period(since: Span | None, until: Span | None, which: str) -> Period:
    first = None if since is None else since.first
    last = None if until is None else until.last
    if first is not None and last is not None and first > last:
        raise click.UsageError(f"--{which}from {first} is after --{which}to {last}.")
    return Period(first, last)


def listed(actor: str | None, found: Events) -> str:
    """What was found, event by event; else that nothing was.

    Args:
        actor: The name that was asked for, None for any.
        found: What was found.
    """
    if found.events:
        return "\n\n".join(map(_shown, found.events))
    if actor is not None and found.actor is None:
        return phrases.unknown_actor(actor, found.near)
    return phrases.no_events(found)


def _shown(event: Event) -> str:
    remark = phrases.remark(event)
    head = f"{_when(event.lead)}{f' ({remark})' if remark else ''}"
    told = (event.lead, *event.further, *event.disputed)
    return "\n".join(
        [head, *(line for one in told for line in (render.quote(one.citation), render.footnote(one.citation)))]
    )


def _when(told: Told) -> str:
    return in_words(told.when, told.begin, told.until)
