"""From what was found to its picture."""

from bot.message import phrases
from bot.message.events import Event, Events
from bot.message.network import Network
from bot.message.when import in_words
from bot.pictures import Actor, Moment, Picture, Tie
from bot.pictures import network as draw_network
from bot.pictures import timeline as draw_timeline
from bot.pictures.timeline import MOST_MOMENTS


def timeline_picture(found: Events) -> Picture:
    """The picture of a timeline that has an event; of many events, the foremost."""
    shown = found.foremost(MOST_MOMENTS)
    title = "Timeline" if found.actor is None else found.actor.name
    return draw_timeline([_moment(one) for one in shown], title, phrases.events_left_out(len(shown), found))


def network_picture(found: Network) -> Picture:
    """The picture of a network that has a tie."""
    numbers = {actor.id: at for at, actor in enumerate(found.actors)}
    return draw_network(
        [Actor(one.name, str(one.kind), one.mentions) for one in found.actors],
        [Tie(numbers[tie.one.id], numbers[tie.other.id], max(1, tie.told)) for tie in found.ties],
        "Who is named with whom" if found.actor is None else f"Who is named with {found.actor.name}",
        phrases.actors_left_out(found),
    )


def _moment(event: Event) -> Moment:
    lead = event.lead
    told_by = f"{phrases.told_by(event.documents)}: " if event.documents > 1 else ""
    source = f"[{lead.citation.number}] {told_by}{phrases.footnote(lead.citation)}"
    when = in_words(lead.when, lead.begin, lead.until)
    return Moment(when, lead.begin, lead.until, lead.citation.quote, source, phrases.remark(event))
