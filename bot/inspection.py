"""Is everything in order? What ``footnote check`` looks at."""

from bot.finding import Finding
from bot.footnote import Footnote
from bot.remarks import remarks
from bot.settings import PREFIX, Settings, SettingsError
from index.folder import CorpusError


async def inspect(settings: Settings) -> list[Finding]:
    """Looks at settings, corpus, index, what is kept, the source reader, token and permissions, in this order."""
    findings = [Finding("settings", True, "every setting has a value it takes"), *_sources(settings)]
    findings += [await _data(settings), _reader(settings)]
    try:
        token = settings.token()
    except SettingsError as error:
        return [*findings, Finding("token", False, str(error))]
    from bot.discord.inspection import inspect_discord  # discord.py takes half a second to import

    return [*findings, *await inspect_discord(token, settings.discord_api)]


async def _data(settings: Settings) -> Finding:
    from bot.state import State, StateError  # the database's driver is not needed for a question

    try:
        async with State.open(settings.data):
            return Finding("data", True, f"kept in {settings.data}")
    except StateError as error:
        return Finding("data", False, str(error))


def _reader(settings: Settings) -> Finding:
    try:
        address = settings.reader_address()
    except SettingsError as error:
        return Finding("reader", False, str(error))
    off = f"off; {PREFIX}HTTP and {PREFIX}READER turn it on"
    return Finding("reader", True, off if address is None else f"served at {settings.http}, links begin with {address}")


def _sources(settings: Settings) -> list[Finding]:
    notes: list[str] = []
    try:
        opened = Footnote.open(settings.corpus, settings.index, note=notes.append).opened
    except CorpusError as error:
        return [Finding("corpus", False, str(error))]
    documents = opened.sources.listed
    problems = [f"{file}: {remark}" for file, remark in remarks(opened.sources).items()]
    count = len(opened.sources.passage_counts())
    said = f"{count} of {len(documents)} documents in {settings.corpus} can be searched"
    corpus = Finding("corpus", count > 0, "; ".join([said, *problems]))
    index = Finding("index", opened.unsaved is None, opened.unsaved or f"saved in {settings.index}")
    return [corpus, index]
