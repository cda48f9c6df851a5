"""The command line: which commands there are, and how failures end."""

import contextlib
import os
import sys
from importlib.metadata import version

import click

from bot.question.question import QuestionError
from bot.settings import SettingsError
from bot.terminal.actors import actor, actors
from bot.terminal.annotate import annotate
from bot.terminal.ask import ask
from bot.terminal.chat import chat
from bot.terminal.check import check
from bot.terminal.cite import cite
from bot.terminal.correct import merge, split
from bot.terminal.evaluate import evaluate
from bot.terminal.index import index
from bot.terminal.names import names
from bot.terminal.network import network
from bot.terminal.options import Exit, note
from bot.terminal.run import run
from bot.terminal.search import search
from bot.terminal.sources import source, sources
from bot.terminal.timeline import timeline
from index.actors.said import SaidError
from index.engine import DamagedError
from index.folder import CorpusError

_INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]}, epilog='Example: footnote ask "Who led Unit 2800?"'
)
@click.version_option(version("footnote-bot"), prog_name="footnote")
def cli() -> None:
    """Answers from your own documents, in the documents' own words, with a footnote on every quote."""


for _command in (ask, search, chat, cite, sources, source, index, evaluate, check, run):
    cli.add_command(_command)
for _command in (actors, actor, timeline, network, names, annotate, merge, split):
    cli.add_command(_command)


def main() -> None:
    """Runs the command line and exits."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        # A stream that was closed before the start is None.
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open until the end
        getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")
    sys.exit(outcome(sys.argv[1:]))


def outcome(arguments: list[str]) -> int:
    """Runs a command; its exit status."""
    try:
        # An argument that is not UTF-8 arrives with surrogates, which can neither be searched nor printed.
        plain = [one.encode("utf-8", "replace").decode() for one in arguments]
        status = int(cli.main(plain, prog_name="footnote", standalone_mode=False) or 0)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return Exit.FAILED
    except (SettingsError, CorpusError, QuestionError, SaidError) as error:
        note(str(error))
        return Exit.FAILED
    except DamagedError as error:
        note(f"the index is damaged ({error}); `footnote index --rebuild` makes it anew")
        return Exit.FAILED
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has seen enough (click exits on it): no failure of ours, and no more can be written.
        _forget_output()
        return Exit.FOUND
    except OSError as error:
        _forget_output()
        note(f"the output cannot be written: {error.strerror or error}")
        return Exit.FAILED
    return status


def _forget_output() -> None:
    """Lets what is still unwritten go, which Python would try to write once more at its exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
