"""No message exceeds a limit of Discord's, whatever the sources hold and whatever is asked."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from bot.answering.answer import Interpretation
from bot.answering.answerer import Answerer
from bot.discord import buttons, looks, lookups
from bot.discord.look import Look
from bot.discord.looks.quotes import quotes
from bot.discord.panel import DIGESTS, Offer, panel
from bot.discord.text import escape
from bot.discord.view import view_of
from bot.footnote import Footnote
from bot.languages import ENGLISH, Language
from bot.languages.translated import languages
from bot.message import phrases
from bot.state.inquiries import Verdicts
from bot.state.servers import Channel, Server
from index.citation import Citation, cite
from index.document import Document
from index.opening import Opened
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources
from tests.standin.limits import COMPONENTS_V2, check_message

FILLERS = {
    "latin": "word ",
    "one word": "w",
    "arabic": "كلمة ",
    "emoji": "🙂",
    "markdown": "*_`|",
    "fences": "```x``` ",
    "mentions": "@everyone ",
    "address": "https://",
}
LARGEST_ID = 2**63 - 1
LANGUAGES = languages()


def longest_document(filler: str) -> Document:
    text = (filler * 10_000)[:10_000].strip()
    record = Record(
        title=f"Khazali {filler * 300}"[:300],
        publisher=f"P {filler * 300}"[:300],
        author=f"A {filler * 300}"[:300],
        date="2007-01-20",
        url=f"https://long.example/{'x' * 1500}",
        archive_url=f"https://long.example/{'y' * 1500}",
    )
    blocks = [Block(f"Khazali {text}"), Block(f"Khazali met {text[:580]}."), Block(f"Khazali left {text[:580]}.")]
    names = ["Tobias Renn", "Ilse Brandt", "Marta Quell", "Qais Khazali"]
    blocks += [
        Block(f"On {day} May 2007 {one} met {other} at the harbour {text[:300]}.")
        for day, (one, other) in enumerate(combinations(names, 2), 1)
    ]
    return Document.of_blocks("a" * 48, "a.txt", record, blocks, None)


def everything(document: Document, filler: str, language: Language) -> Iterator[Look]:
    """Each kind of message, with the most that its parts can hold."""
    sources = Sources.of([document])
    footnote = Footnote(Opened(sources, ""))
    asked = f"Khazali {filler * 1000}"[:1000]
    meant = buttons.spellings(LARGEST_ID, ["s" * 69 + str(at) for at in range(6)])
    rows = (meant, *buttons.answer(LARGEST_ID, language, ["x" * 80], private=True, quotes=True))
    for question in ("Khazali", asked, "Khazali birthplace zzz qqq"):
        for always in (True, False):
            given = footnote.ask(question, always=always)
            given = replace(given, interpreted=Interpretation((), follows=asked))
            yield replace(looks.answer(given, sources, language, asked=True, within=asked), rows=rows)
    for claim in (asked, "Khazali never met anybody.", "zebra"):
        yield replace(looks.checked(footnote.check(claim), sources, language), rows=rows)
    for page in (1, 2):
        found = footnote.search("Khazali", 6)
        leafing = buttons.pages(LARGEST_ID, 9999, language, more=True)
        yield replace(looks.results(found, sources, language, page, asked=asked), rows=(meant, leafing))
    yield looks.listing(sources, language)
    yield looks.source(document, 3, language)
    contexts = [context for id in footnote.passage_ids() if (context := footnote.context(id)) is not None]
    yield from (looks.context(context, language) for context in contexts)
    yield from (looks.citations(contexts[:5], style, language) for style in (None, "markdown", "text", "bibtex"))
    yield looks.insights((10**9, 10**9), Verdicts(10**9, 10**9), [asked] * 15, language)
    yield looks.said(filler * 5000)
    for count in (5, 6, 40):
        yield replace(
            quotes(f"-# {filler * 60}"[:700], many(document, count), filler[:100], sources, language), rows=rows
        )


def look_ups(document: Document, language: Language) -> Iterator[Look]:
    footnote = Footnote(Opened(Sources.of([document]), ""))
    yield lookups.timeline(footnote, None, language)
    yield lookups.network(footnote, None, language)
    yield from (lookups.actor_file(footnote, actor.name, language) for actor in footnote.actors.all[:2])
    yield looks.guide(footnote, language, moderates=True, manages=True)
    yield looks.welcome(footnote, language)


def many(document: Document, count: int) -> list[Citation]:
    text = document.paragraphs[0]
    return [cite(document, text.start + at, text.end, number=at + 1) for at in range(count)]


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
async def test_the_longest_real_content_fits(filler: str, language: Language) -> None:
    for look in everything(longest_document(filler), filler, language):
        check(look)


@pytest.mark.parametrize("filler", ["arabic", "markdown"])
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
async def test_the_longest_look_ups_fit(filler: str, language: Language) -> None:
    for look in look_ups(longest_document(FILLERS[filler]), language):
        check(look)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
async def test_the_longest_panel_fits(language: Language) -> None:
    names = {code: one.name for code, one in LANGUAGES.items()}
    ids, words = frozenset(range(LARGEST_ID, LARGEST_ID - 25, -1)), frozenset("c" * 90 + str(at) for at in range(200))
    for digest in (*DIGESTS, 1):
        server = Server(LARGEST_ID, True, ids, ids, True, digest, language.code)
        for reads_all in (True, False):
            channel = Channel(LARGEST_ID, LARGEST_ID, words, every_message=True)
            check(panel(server, channel, Offer(words, names, reads_all), language))


def check(look: Look) -> None:
    view = view_of(look)
    faults = check_message({"components": view.to_components(), "flags": COMPONENTS_V2})  # type: ignore[no-untyped-call]
    assert not faults, (look.text[:300], faults)
    assert look.text.strip()


async def test_what_a_message_has_no_room_for_comes_in_a_file() -> None:
    document = longest_document("word ")
    sources = Sources.of([document])
    look = quotes(None, many(document, 40), None, sources, ENGLISH)
    assert "35 more in the file" in look.text
    assert look.attachment is not None
    name, listed = look.attachment
    assert name == "quotes.txt"
    assert [line.split()[0] for line in listed.split("\n\n")] == [f"[{number}]" for number in range(1, 41)]
    documents = [
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(title=f"Title {at} " * 8), [Block("Text.")], None)
        for at in range(200)
    ]
    listing = looks.listing(Sources.of(documents), ENGLISH)
    assert listing.attachment is not None
    assert listing.attachment[1].count("\n") == 199


async def test_one_sentence_can_stand_for_two_things() -> None:
    document = longest_document("word ")
    twice = [cite(document, 0, 20, number=number) for number in (1, 2)]
    check(quotes(None, [*twice, cite(document, 3, 20, number=3)], None, Sources.of([document]), ENGLISH))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
async def test_an_answer_says_that_sources_disagree_or_are_copies(language: Language) -> None:
    texts = {
        "gazette": "Marta Quell was released from prison in March 1994 after three years.",
        "herald": "The welder Marta Quell was released from prison in June 1996, her lawyer said.",
        "mirror": "Marta Quell was released from prison in March 1994 after three years!",
        "filler": "The orchards of Upper Dale were planted by monks. Apples are sold in three towns.",
    }
    sources = Sources.of(
        [Document.of_blocks(id, f"{id}.txt", Record(title=id), [Block(text)], None) for id, text in texts.items()]
    )
    given = Answerer(Searcher(sources)).ask("When was Marta Quell released from prison?", always=True)
    look = looks.answer(given, sources, language)
    check(look)
    disagree, copies = phrases.agreement(given, language)
    assert escape(f"{disagree} {copies}") in look.text
    assert "**March 1994**" in look.text


def test_a_quote_is_shown_whole_where_there_is_room() -> None:
    text = f"Khazali met {'a long line of people ' * 60}."
    document = Document.of_blocks("a", "a.txt", Record(title="A"), [Block(text)], None)
    assert text in quotes(None, [cite(document, 0, len(text))], None, Sources.of([document]), ENGLISH).text


def test_a_link_goes_to_the_words() -> None:
    record = Record(title="A (b) [c]", url="https://elva.example/a_(b)[c]`d`||e||<f>")
    document = Document.of_blocks("a", "a.txt", record, [Block("Khazali met Sadr.")], None)
    given = Answerer(Searcher(Sources.of([document]))).ask("Khazali", always=True)
    shown = looks.answer(given, Sources.of([document]), ENGLISH).text
    assert (
        "[A (b) \\[c\\]](https://elva.example/a_%28b%29%5Bc%5D%60d%60%7C%7Ce%7C%7C%3Cf%3E#:~:text=Khazali%20met%20Sadr.)"
        in shown
    )


def test_citations_that_would_end_their_block_come_in_a_file() -> None:
    document = longest_document("```x``` ")
    footnote = Footnote(Opened(Sources.of([document]), ""))
    context = footnote.context(f"{document.id}#p2")
    assert context is not None
    look = looks.citations([context], "bibtex", ENGLISH)
    assert look.attachment is not None
    assert look.attachment[0] == "citations.bib"
    assert look.attachment[1].startswith("@misc{")
