"""From what was found to its picture."""

from bot.languages import ENGLISH, Language
from bot.message import phrases
from bot.message.events import Event, Events
from bot.message.network import Network
from bot.message.when import in_words
from bot.pictures import Actor, Moment, Picture, Tie
from bot.pictures import network as draw_network
from bot.pictures import timeline as draw_timeline
from bot.pictures.lettering import can_shape
from bot.pictures.timeline import MOST_MOMENTS


def timeline_picture(found: Events, language: Language = ENGLISH) -> Picture:
    """The picture of a timeline that has an event; of many events, the foremost."""
    language = legible_in(language)
    shown = found.foremost(MOST_MOMENTS)
    title = language.say("Timeline") if found.actor is None else found.actor.name
    note = phrases.events_left_out(len(shown), found, language)
    return draw_timeline([_moment(one, language) for one in shown], title, note, language)


def network_picture(found: Network, language: Language = ENGLISH) -> Picture:
    """The picture of a network that has a tie."""
    language = legible_in(language)
    numbers = {actor.id: at for at, actor in enumerate(found.actors)}
    return draw_network(
        [Actor(one.name, str(one.kind), one.mentions) for one in found.actors],
        [Tie(numbers[tie.one.id], numbers[tie.other.id], max(1, tie.told)) for tie in found.ties],
        phrases.network_of(found, language),
        phrases.actors_left_out(found, language),
        language,
    )


def _moment(event: Event, language: Language) -> Moment:
    lead = event.lead
    told_by = f"{phrases.told_by(event.documents, language)}: " if event.documents > 1 else ""
    number = phrases.reference(lead.citation.number, language)
    source = f"{number} {told_by}{phrases.footnote(lead.citation, language)}"
    when = in_words(lead.when, lead.begin, lead.until, language)
    return Moment(when, lead.begin, lead.until, lead.citation.quote, source, phrases.remark(event, language))


def legible_in(language: Language) -> Language:
    """The language, or English where its letters cannot be shaped: its words are not to be spelt in Latin letters."""
    return ENGLISH if language.leftward and not can_shape() else language
