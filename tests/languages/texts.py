"""What Footnote says in English: every text in its code that a catalogue translates."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.discord.commands import COMMANDS
from bot.discord.menus import MENUS
from index.filtering import NOWHERE
from index.query.notes import TOO_COMMON

ROOT = Path(__file__).parents[2] / "bot"
SAYS = [ROOT.parent / "index" / name for name in ("query/notes.py", "filtering.py", "meant.py")]
"""What lies outside of the bot and says something of a query."""
SPOKEN = {
    **dict.fromkeys(("say", "phrase", "plain", "Saying", "QuestionError", "Note"), (0,)),
    "plural": (1, 2),
}
"""The calls that take a text, and which of their arguments are texts."""


def texts() -> Iterator[str | tuple[str, str]]:
    """Each text of the code, a pair where it depends on a number; the terminal's own are English only."""
    for file in sorted([*ROOT.rglob("*.py"), *SAYS]):
        if "terminal" not in file.parts:
            yield from _called(ast.parse(file.read_text("utf-8")))
    yield from (*TOO_COMMON.values(), *NOWHERE.values())


def _called(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name not in SPOKEN or len(call.args) <= SPOKEN[name][-1]:
            continue
        given = [call.args[at] for at in SPOKEN[name]]
        said = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if len(said) == 1 == len(given):
            yield said[0]
        elif len(said) == len(given) == 2:
            yield said[0], said[1]


def commands() -> tuple[set[str], set[str]]:
    """The names that Discord shows of commands, and what is said of them."""
    names: set[str] = set()
    said: set[str] = set()
    for command in COMMANDS:
        names.add(command.name)
        said.add(command.description)
        for one in getattr(command, "commands", [command]):
            names |= {one.name, *(option.display_name for option in one.parameters)}
            said |= {one.description, *(str(option.description) for option in one.parameters)}
    return names | {menu.name for menu in MENUS}, said
