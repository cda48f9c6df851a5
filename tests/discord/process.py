"""The bot as a process of its own, the genuine client in it, connected to the stand-in."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.standin import StandIn

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-for-the-stand-in"  # noqa: S105  # nobody else's

CORPUS = {
    "fire.md": (
        "---\ntitle: The fire (a chronicle)\npublisher: Elva Archive\ndate: 1999-03\nurl: https://elva.example/fire\n---\n"
        "The harbour at Port Elva burned on 14 May 1991. Two days later, coast guards arrested Marta Quell, a welder."
        " She was released in 1994.\n\n"
        "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay.\n\n"
        "Ilse Brandt served as the head of Section 40, which guarded the quays with four boats.\n"
    ),
    "hostile.txt": (
        "The *mayor* of Grimsel @everyone wrote <@123456789012345678> to ||the press|| about `rm -rf` and"
        " [a link](https://evil.example/x) on the # first of June.\n"
    ),
}


@dataclass(slots=True)
class Bot:
    """The running bot."""

    process: asyncio.subprocess.Process
    log: list[str] = field(default_factory=list)

    async def logged(self, text: str, *, times: int = 1, seconds: float = 30) -> None:
        """Waits until the log has a text so often."""
        async with asyncio.timeout(seconds):
            while sum(text in line for line in self.log) < times:
                if self.process.returncode is not None:
                    raise AssertionError(f"the bot ended with {self.process.returncode}:\n{''.join(self.log)}")
                await asyncio.sleep(0.02)

    async def ended(self, seconds: float = 20) -> int:
        """Its exit status."""
        async with asyncio.timeout(seconds):
            return await self.process.wait()

    async def stop(self) -> int:
        """Asks it to stop, unless it has, and gives its exit status."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.ended()


def write_corpus(folder: Path) -> Path:
    """A small corpus of our own, one document of it hostile."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in CORPUS.items():
        (corpus / name).write_text(text, "utf-8")
    return corpus


@contextlib.asynccontextmanager
async def started(discord: StandIn, corpus: Path, token: str = TOKEN, **settings: str) -> AsyncIterator[Bot]:
    """Starts the bot and ends it, however the test ends."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FOOTNOTE_")}
    environment |= {
        "FOOTNOTE_DISCORD_TOKEN": token,
        "FOOTNOTE_DISCORD_API": discord.api,
        "FOOTNOTE_CORPUS": str(corpus),
        "FOOTNOTE_INDEX": str(corpus.parent / "index"),
        "FOOTNOTE_DATA": str(corpus.parent / "data"),
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore::DeprecationWarning",
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environment, cwd=corpus.parent, stderr=asyncio.subprocess.PIPE
    )
    bot = Bot(process)
    reading = asyncio.create_task(_read(process, bot.log))
    try:
        yield bot
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading


@contextlib.asynccontextmanager
async def running(discord: StandIn, corpus: Path, **settings: str) -> AsyncIterator[Bot]:
    """The bot, ready to answer; at the end it must stop in good order and have sent nothing that Discord refuses."""
    async with started(discord, corpus, **settings) as bot:
        await bot.logged("ready")
        await discord.ready()
        yield bot
        assert await bot.stop() == 0, "".join(bot.log)
    assert not discord.violations, "\n".join(map(str, discord.violations))
    assert not discord.unknown_requests, discord.unknown_requests


async def _read(process: asyncio.subprocess.Process, log: list[str]) -> None:
    assert process.stderr is not None
    while line := await process.stderr.readline():
        log.append(line.decode())
