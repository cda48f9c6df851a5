"""The command line: which commands there are, and how failures end."""

import os
import sys
from importlib.metadata import version

import click

from bot.question import QuestionError
from bot.settings import SettingsError
from bot.terminal.ask import ask
from bot.terminal.chat import chat
from bot.terminal.check import check
from bot.terminal.cite import cite
from bot.terminal.index import index
from bot.terminal.options import Exit, note
from bot.terminal.run import run
from bot.terminal.search import search
from bot.terminal.sources import source, sources
from index.folder import CorpusError

_INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, epilog='Example: footnote ask "Who led Unit 2800?"'
)
@click.version_option(version("footnote-bot"), prog_name="footnote")
def cli() -> None:
    """Answers from your own documents, in the documents' own words, with a footnote on every quote."""


for _command in (ask, search, chat, cite, sources, source, index, check, run):
    cli.add_command(_command)


def main() -> None:
    """Runs the command line and exits."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(_outcome(sys.argv[1:]))


def _outcome(arguments: list[str]) -> int:
    try:
        # An argument that is not UTF-8 arrives with surrogates, which can neither be searched nor printed.
        plain = [one.encode("utf-8", "replace").decode() for one in arguments]
        return int(cli.main(plain, prog_name="footnote", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return Exit.FAILED
    except (SettingsError, CorpusError, QuestionError) as error:
        note(str(error))
        return Exit.FAILED
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FOUND
