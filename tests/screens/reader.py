"""``python -m tests.screens.reader FOLDER``."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from bot.footnote import Footnote
from bot.languages import ENGLISH
from bot.languages.translated import languages
from bot.web.page import Pages
from bot.web.sheet import BEFORE, sheet
from index.citation import cite
from index.document import Document
from index.readers.draft import Block
from index.record import Record

from .camera import Camera, CameraError, camera
from .stage import corpus

_SCREENS = {"desktop": 1100, "phone": 390}
_CAPTURED = "British special forces captured Qais al-Khazali in March 2007, two months after the Karbala raid."
_QUOTES = {
    "briefing": ("karbala-raid-2007", _CAPTURED),
    "arabic": ("harbour-arabic", "كان توبياس رين مدير الميناء، وكان عمال الأرصفة يسمّونه «الحسّون العجوز» (Old Finch)."),
    "hostile": ("hostile", "[a link](https://evil.example/x)"),
}
_LONG_TITLE = "The harbour fire, and what the ledgers of Section 40, the insurers and three papers say of the night: "


@click.command(name="python -m tests.screens.reader")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path) -> None:
    """Photographs pages of the source reader, dark and light, on a desktop and on a phone.

    Exit status: 0 all fit their screens, 1 something does not, 2 there is no Chromium or no place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        flaws = asyncio.run(_photograph(folder))
    except (CameraError, OSError) as error:
        click.echo(error, err=True)
        sys.exit(2)
    for flaw in flaws:
        click.echo(flaw, err=True)
    sys.exit(1 if flaws else 0)


async def _photograph(folder: Path) -> list[str]:
    async with camera() as lens:
        return [flaw for name, page in _pages() for flaw in await _taken(folder, name, page, lens)]


async def _taken(folder: Path, name: str, page: str, lens: Camera) -> list[str]:
    click.echo(name)
    (folder / f"reader-{name}.html").write_text(page, "utf-8")
    flaws = []
    for theme in ("light", "dark"):
        for screen, width in _SCREENS.items():
            picture = await lens.photograph(page, width, dark=theme == "dark")
            (folder / f"reader-{name}-{theme}-{screen}.png").write_bytes(picture.png)
            if picture.overflow > 0:
                flaws.append(f"{name}: {picture.overflow} pixels too wide for a {screen}")
    return flaws


def _pages() -> Iterator[tuple[str, str]]:
    pages = Pages()
    spoken = languages()
    yield "gone", pages.gone(ENGLISH)
    yield "gone-fa", pages.gone(spoken["fa"])
    for name, (document, start, end) in _shown().items():
        shown = sheet(document, start, before=BEFORE)
        for language in (ENGLISH, spoken["ar"]) if name in ("arabic", "long") else (ENGLISH,):
            page = pages.page(shown, cite(document, start, end), "link", date(2026, 12, 25), 3, language)
            yield name if language is ENGLISH else f"{name}-{language.code}", page


def _shown() -> dict[str, tuple[Document, int, int]]:
    with tempfile.TemporaryDirectory() as folder:
        footnote = Footnote.open(corpus(Path(folder)), Path(folder) / "index", note=lambda _: None)
        shown = {name: _found(footnote, *quote) for name, quote in _QUOTES.items()}
    ledger = _ledger()
    return shown | {"long": (ledger, ledger.paragraphs[1200].start, ledger.paragraphs[1200].end)}


def _found(footnote: Footnote, id: str, quote: str) -> tuple[Document, int, int]:
    document = footnote.sources.document(id)
    assert document is not None
    start = document.text.index(quote)
    return document, start, start + len(quote)


def _ledger() -> Document:
    """A long document with pages, a long title and a word that breaks nowhere."""
    texts = [
        f"{number} crates of salt were counted on the quay. {'They lay there until spring. ' * 9}"
        for number in range(2000)
    ]
    texts[1199] = "On the west quay"
    texts[1201] = f"https://elva.example/{'a-very-long-address-' * 12}"
    record = Record(title=_LONG_TITLE + _LONG_TITLE[:200], publisher="Elva Archive", date="1999-03", reliability="B2")
    blocks = [Block(text, page=1 + number // 35) for number, text in enumerate(texts)]
    return Document.of_blocks("ledger", "ledger.txt", record, blocks, "Its last page could not be read.")


if __name__ == "__main__":
    main()
