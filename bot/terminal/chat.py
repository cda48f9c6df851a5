"""``footnote chat``."""

import contextlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot.conversation.turns import LONGEST
from bot.footnote import Footnote
from bot.message import phrases
from bot.message.dossier import dossier
from bot.question.question import QuestionError
from bot.terminal import dossiers, render
from bot.terminal.network import listed as listed_ties
from bot.terminal.options import Exit, follow_footnote, progress_bar, sources_options
from bot.terminal.timeline import listed as listed_events
from index.actors.said import SaidError

_HELP = """Ask a question, go on from the answer ("and when was that?"), or type
  /actors          who is named in the sources
  /actor NAME      the file on one of them
  /timeline NAME   what happened when, of one of them or (without a name) of all
  /network NAME    who is named with whom, likewise
  /search WORDS    the passages that match
  /cite PASSAGE    a passage in its context
  /sources         the documents
  /source ID       one document's record
  /quit            to leave"""
_COMMANDS = frozenset({"help", *re.findall(r"^  /(\w+)", _HELP, re.MULTILINE)})
_HITS = 5


@click.command(epilog='Example: echo "Who led Unit 2800?" | footnote chat')
@sources_options
def chat(*, corpus: Path | None, index: Path | None) -> Exit:
    """Ask in a conversation; piped questions are answered one a line."""
    current = follow_footnote(corpus, index)
    interactive = sys.stdin.isatty()
    if interactive:
        click.echo(f"{phrases.searched(current.footnote().sources)} /help tells what can be typed.")
    conversation = _Conversation()
    for line in _lines(interactive=interactive):
        if line == "/quit":
            break
        if line:
            click.echo(f"{conversation.reply(current.footnote(progress_bar), line)}\n")
    return Exit.FOUND


def _lines(*, interactive: bool) -> Iterator[str]:
    if not interactive:
        yield from (line.strip() for line in sys.stdin)
        return
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  # gives input() line editing and history where the platform has it
    while True:
        try:
            yield input("? ").strip()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return


class _Conversation:
    """Answers line by line, remembering the turns that a follow-up may go on from."""

    def __init__(self) -> None:
        self._history: list[str] = []

    def reply(self, footnote: Footnote, line: str) -> str:
        """What there is to say to a line."""
        if line.startswith("/"):
            return _looked_up(footnote, line)
        try:
            answer = footnote.ask(line, history=self._history)
        except QuestionError as error:
            return str(error)
        told = " ".join(sentence.text for sentence in answer.sentences)
        self._history = [*self._history, line, told][-2 * LONGEST :]
        return render.answer(answer, footnote.sources)


def _looked_up(footnote: Footnote, line: str) -> str:
    command, _, argument = line[1:].partition(" ")
    argument = argument.strip()
    if command == "search" and argument:
        return render.results(footnote.search(argument, _HITS))
    if command == "cite" and argument:
        context = footnote.context(argument)
        return f"There is no passage {argument!r}." if context is None else render.context(context)
    if command in ("actors", "actor", "timeline", "network"):
        return _of_actors(footnote, command, argument or None)
    if command == "sources":
        return render.sources_list(footnote.sources)
    if command == "source" and argument:
        document = footnote.sources.document(argument)
        if document is None:
            return f"There is no document {argument!r}."
        return render.record(document, footnote.sources)
    if command in _COMMANDS:
        return _HELP
    return f"There is no command /{command}. {_HELP}"


def _of_actors(footnote: Footnote, command: str, name: str | None) -> str:
    """Who is named, one's file, what happened when, who is named with whom; or who may be meant."""
    try:
        actors = footnote.actors
        if command == "timeline":
            return listed_events(name, footnote.chronicler.events(name))
        if command == "network":
            return listed_ties(name, footnote.weaver.network(name))
    except SaidError as error:
        return str(error)
    if name is None:
        return dossiers.roster(actors.all)
    found = actors.find(name)
    if found is None:
        return dossiers.unknown(name, actors.near(name))
    return dossiers.file(dossier(found, actors, footnote.sources))
