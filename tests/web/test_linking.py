"""With links to the reader no message exceeds a limit of Discord's either, and where there is room all have theirs."""

from dataclasses import replace

import pytest

from bot.discord.linking import linked
from bot.discord.look import Look, Notes
from bot.discord.looks.quotes import quotes
from bot.languages import ENGLISH
from bot.permit import Permits
from bot.scope import Scope
from bot.web.links import ReaderLinks
from index.citation import Citation, cite
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources
from tests.discord.test_looks import FILLERS, check, everything, longest_document

LINKS = ReaderLinks(f"https://{'a' * 100}.example/notes", Permits(b"k" * 32))
SCOPE = Scope(2**63 - 1, 2**63 - 1)


def link(citation: Citation) -> str:
    return LINKS.link(citation, SCOPE)


def of(look: Look) -> list[str]:
    return [str(note) for part in look.parts if isinstance(part, Notes) for note in part.notes]


@pytest.mark.parametrize("id", ["a" * 48, "港" * 48])
@pytest.mark.parametrize("filler", ["latin", "markdown"])
async def test_the_longest_real_content_fits_with_links(filler: str, id: str) -> None:
    document = longest_document(FILLERS[filler])
    unlinked = replace(document, id=id, record=replace(document.record, url=None))
    for look in everything(unlinked, FILLERS[filler], ENGLISH):
        check(linked(look, link))


@pytest.mark.parametrize("id", ["harbour-fire-of-1991", "a" * 48, "حريق-الميناء-في-بورت-إلفا"])
@pytest.mark.parametrize("url", [None, "https://elva.example/fire", "https://elva.example/fire#crew"])
def test_every_footnote_of_an_ordinary_message_leads_to_the_reader(id: str, url: str | None) -> None:
    record = Record(title="The fire of Port Elva, as the harbour master told it", publisher="Elva Archive", url=url)
    texts = [f"{number} crates of salt were counted on the quay on the night of the fire." for number in range(5)]
    document = Document.of_blocks(id, "a.md", record, [Block(text) for text in texts], None)
    citations = [cite(document, one.start, one.end, number=one.number) for one in document.paragraphs]
    look = linked(quotes("**Likely right**", citations, None, Sources.of([document]), ENGLISH), link)
    check(look)
    for note, citation in zip(of(look), citations, strict=True):
        assert f"]({link(citation)})" in note
        assert ("elva.example/fire#:~:text=" in note) == (url == "https://elva.example/fire")
