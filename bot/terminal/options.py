"""The options and outcomes that all commands share."""

import json
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.current import Current
from bot.footnote import Footnote
from bot.question.question import QuestionError
from bot.settings import Settings, read_settings, unknown_settings
from index.progress import Step

if TYPE_CHECKING:
    from rich.progress import Progress

_WONDER_SECONDS = 0.5
_TELLING_SECONDS = 5.0

Command = TypeVar("Command", bound=Callable[..., Any])


class Exit(IntEnum):
    """Exit statuses of the look-up commands."""

    FOUND = 0
    NOTHING = 1
    FAILED = 2


class _Folder(click.ParamType[Path]):
    """A folder's path; not the empty one, which would be the folder that one happens to be in."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if value == "":
            self.fail("the path of a folder is empty", param, ctx)
        return Path(value)


def sources_options(command: Command) -> Command:
    """Adds ``--corpus`` and ``--index``."""
    folder = _Folder()
    command = click.option("--index", metavar="DIR", type=folder, help="Folder of the index [FOOTNOTE_INDEX].")(command)
    return click.option("--corpus", metavar="DIR", type=folder, help="Folder of the documents [FOOTNOTE_CORPUS].")(
        command
    )


def json_option(command: Command) -> Command:
    """Adds ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else on standard output.")(
        command
    )


def settings_of(corpus: Path | None, index: Path | None) -> Settings:
    """The settings, with the folders given on the command line; names that are none are pointed out.

    Raises:
        SettingsError: A value is not what its setting takes.
    """
    settings = read_settings(corpus=corpus, index=index)
    for sentence in unknown_settings():
        note(sentence)
    return settings


def open_footnote(corpus: Path | None, index: Path | None, *, rebuild: bool = False) -> Footnote:
    """Opens the sources that the options and settings name; notes and progress go to standard error.

    Raises:
        SettingsError: A setting has a value it does not take.
        CorpusError: The corpus folder is missing or may not be read.
    """
    settings = settings_of(corpus, index)
    return Footnote.open(settings.corpus, settings.index, note=note, progress=progress_bar, rebuild=rebuild)


def follow_footnote(corpus: Path | None, index: Path | None) -> Current:
    """As ``open_footnote``, for what goes on while documents come and go."""
    settings = settings_of(corpus, index)
    return Current(open_footnote(corpus, index), settings.corpus, settings.index, note)


def note(text: str) -> None:
    """Says something beside the results, on standard error."""
    click.echo(f"footnote: {text}", err=True)


def progress_bar(steps: Iterable[Step], count: int, doing: str, /) -> Iterator[Step]:
    """Shows on standard error how far a work is, once it takes long enough to wonder; a line now and then in a file."""
    return _drawn(steps, count, doing) if sys.stderr.isatty() else _told(steps, count, doing)


def _told(steps: Iterable[Step], count: int, doing: str) -> Iterator[Step]:
    told = time.monotonic()
    for done, step in enumerate(steps):
        if time.monotonic() - told > _TELLING_SECONDS:
            told = time.monotonic()
            note(f"{doing}: {done:,} of {count:,}")
        yield step


def _drawn(steps: Iterable[Step], count: int, doing: str) -> Iterator[Step]:
    bar = None
    began = time.monotonic()
    try:
        for done, step in enumerate(steps):
            if bar is None and time.monotonic() - began > _WONDER_SECONDS:
                bar = _bar(count, done, doing)
            yield step
            if bar is not None:
                bar.advance(bar.task_ids[0])
    finally:
        if bar is not None:
            bar.stop()


def _bar(count: int, done: int, doing: str) -> "Progress":
    from rich.console import Console  # costs more than all else where nothing is to be shown
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True))
    bar.add_task(doing, total=count, completed=done)
    bar.start()
    return bar


def print_json(payload: Any) -> None:
    """Prints one JSON object, on one line."""
    click.echo(json.dumps(payload, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Given:
    """A line of standard input.

    Attributes:
        text: The question or query; the error, where the line is an object without one.
        history: The earlier turns, oldest first.
    """

    text: str | QuestionError
    history: tuple[str, ...] = ()


def standard_input(field: str) -> Iterator[Given]:
    """The questions or queries on standard input, one a line, as they come; blank lines are skipped.

    A line is the text itself, or a JSON object that has it in ``field``, and the earlier turns in ``history``.
    """
    for line in sys.stdin:
        text = line.strip()
        if text:
            yield _given(text, field) if text.startswith("{") else Given(text)


def _given(line: str, field: str) -> Given:
    try:
        read = json.loads(line)
        text, history = read.get(field), read.get("history") or []
    except (ValueError, RecursionError):
        text, history = None, []
    if not isinstance(text, str):
        return Given(QuestionError('This line is no JSON object with a "{field}": {line}', field=field, line=line[:80]))
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        return Given(QuestionError('"history" is a list of texts, question and answer in turn: {line}', line=line[:80]))
    return Given(text, tuple(history))


def refused(error: QuestionError, payload: dict[str, Any] | None) -> Exit:
    """Says why one of several questions was not taken, in its place among the answers.

    Args:
        error: Why.
        payload: What is printed as JSON for a question without an answer; None for people.
    """
    if payload is None:
        note(str(error))
    else:
        print_json(payload | {"error": str(error)})
    return Exit.FAILED


def together(outcomes: Collection[Exit]) -> Exit:
    """One exit status for several: failed if one failed, else found if one was found."""
    if Exit.FAILED in outcomes:
        return Exit.FAILED
    return Exit.FOUND if Exit.FOUND in outcomes else Exit.NOTHING
