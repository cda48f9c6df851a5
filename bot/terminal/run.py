"""``footnote run``."""

from pathlib import Path

import click

from bot.terminal.options import follow_footnote, settings_of, sources_options


@click.command(epilog="Example: FOOTNOTE_DISCORD_TOKEN=... footnote run")
@sources_options
def run(*, corpus: Path | None, index: Path | None) -> int:
    """Run the Discord bot.

    Exit status: 0 stopped on request, 2 settings or token refused, 3 an intent is not granted, 1 anything else.
    """
    settings = settings_of(corpus, index)
    token = settings.token()
    settings.reader_address()
    current = follow_footnote(corpus, index)
    from bot.discord.service import serve  # discord.py takes half a second, which no other command needs

    return serve(current, settings, token)
