"""The commands in the languages that Discord shows them in: names, options and what is said of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation, TranslationContextTypes, locale_str

from bot.discord.host import Host
from bot.languages import ENGLISH, Language

_NAMES: Final = frozenset(
    {
        TranslationContextLocation.command_name,
        TranslationContextLocation.group_name,
        TranslationContextLocation.parameter_name,
        TranslationContextLocation.choice_name,
    }
)
_UNLISTED: Final = ("ar", "he")
"""Locales of Discord's that discord.py 2.7.1 does not list, so that it asks for no translation into them."""

_SUBCOMMAND: Final = 1


class CommandTranslator(app_commands.Translator):
    """Translates what discord.py registers, where Footnote speaks the language."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """Takes the languages by their codes."""
        self._languages = languages

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes
    ) -> str | None:
        """A name or a description in a language; None where it is English or not spoken."""
        return self.of(str(string), str(locale), name=context.location in _NAMES)

    def of(self, text: str, locale: str, *, name: bool) -> str | None:
        """The same for a text and a locale by its code."""
        language = self._languages.get(locale.partition("-")[0], ENGLISH)
        if language.code == ENGLISH.code:
            return None
        return language.command_word(text) if name else language.say(text)


async def register(tree: app_commands.CommandTree[Host], languages: Mapping[str, Language]) -> dict[str, str]:
    """Registers the commands with Discord, and gives how each is mentioned so that a click opens it.

    It does what discord.py's own ``sync`` does, and adds the locales that discord.py does not list.
    """
    translator = CommandTranslator(languages)
    payload = [await command.get_translated_payload(tree, translator) for command in tree.get_commands()]
    for one in payload:
        _complete(one, translator)
    http, application = tree.client.http, tree.client.application_id
    assert application is not None  # noqa: S101  # set by login()
    return dict(_mentions(await http.bulk_upsert_global_commands(application, payload)))


def _complete(payload: dict[str, Any], translator: CommandTranslator) -> None:
    for field in ("name", "description"):
        # A message's menu entry has no description.
        if text := payload.get(field):
            found = {one: said for one in _UNLISTED if (said := translator.of(text, one, name=field == "name"))}
            payload[f"{field}_localizations"] = {**payload.get(f"{field}_localizations", {}), **found}
    for inner in (*payload.get("options", ()), *payload.get("choices", ())):
        _complete(inner, translator)


def _mentions(registered: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for command in registered:
        names = [option["name"] for option in command.get("options", ()) if option["type"] == _SUBCOMMAND]
        for path in [f"{command['name']} {name}" for name in names] or [command["name"]]:
            yield path, f"</{path}:{command['id']}>"
