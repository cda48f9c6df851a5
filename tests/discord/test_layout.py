"""No message exceeds a limit of Discord's, whatever the sources hold."""

import pytest

from bot.answerer import Answerer
from bot.discord import layout
from bot.discord.context import ContextButton, buttons
from bot.footnote import Footnote
from index.citation import cite
from index.document import Document
from index.opening import Opened
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources
from tests.standin.limits import EMBED_DESCRIPTION

FILLERS = {
    "latin": "word ",
    "arabic": "كلمة ",
    "emoji": "🙂",
    "markdown": "*_`|",
    "mentions": "@everyone ",
    "address": "https://",
}


def longest_document(filler: str) -> Document:
    text = (filler * 10_000)[:10_000].strip()
    record = Record(
        title=f"Khazali {filler * 300}"[:300],
        publisher=f"P {filler * 300}"[:300],
        date="2007-01-20",
        url=f"https://long.example/{'x' * 1500}",
    )
    blocks = [Block(f"Khazali {text}"), Block(f"Khazali met {text[:580]}."), Block(f"Khazali left {text[:580]}.")]
    return Document.of_blocks("a" * 48, "a.txt", record, blocks, None)


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
def test_the_longest_real_content_fits(filler: str) -> None:
    document = longest_document(filler)
    sources = Sources.of([document])
    footnote = Footnote(Opened(sources, rebuilt=True))
    looks = [
        layout.answer(footnote.ask("Khazali", always=True), sources),
        layout.answer(footnote.ask("Khazali birthplace zzz qqq"), sources),
        layout.results(footnote.search("Khazali", 5)),
        layout.sources_list(sources),
        *(layout.context(context) for id in footnote.passage_ids() if (context := footnote.context(id)) is not None),
    ]
    for look in looks:
        assert look.embed.description
        assert len(look.embed.description) <= EMBED_DESCRIPTION
        assert len(look.embed) <= 6000
        view = buttons(look.citations)
        for item in view.children if view is not None else ():
            assert isinstance(item, ContextButton)
            assert len(item.custom_id) <= 100


def test_many_sources_come_as_a_file() -> None:
    documents = [
        Document.of_blocks(f"d{at}", f"d{at}.txt", Record(title=f"Title {at} " * 8), [Block("Text.")], None)
        for at in range(200)
    ]
    look = layout.sources_list(Sources.of(documents))
    assert look.attachment is not None
    assert look.attachment[1].count("\n") == 199


def test_five_hits_have_five_buttons_in_a_row() -> None:
    document = longest_document("word ")
    citations = [cite(document, 0, 5 + at, number=at + 1) for at in range(5)]
    view = buttons(citations)
    assert view is not None
    assert len(view.to_components()) == 1


def test_a_link_goes_to_the_words() -> None:
    record = Record(title="A (b) [c]", url="https://elva.example/a_(b)")
    document = Document.of_blocks("a", "a.txt", record, [Block("Khazali met Sadr.")], None)
    look = layout.answer(Answerer(Searcher(Sources.of([document]))).ask("Khazali", always=True), Sources.of([document]))
    assert look.embed.description is not None
    assert "[A (b) \\[c\\]](https://elva.example/a_%28b%29#:~:text=Khazali%20met%20Sadr.)" in look.embed.description
