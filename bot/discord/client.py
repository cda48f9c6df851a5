"""The client: connects, takes commands, presses and messages, and hands them on."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord import looks
from bot.discord.asking import Answered, Asking
from bot.discord.buttons import delete
from bot.discord.commands import COMMANDS
from bot.discord.gate import Gate
from bot.discord.heard import Heard, heard
from bot.discord.host import Compose, Host, Manner
from bot.discord.linking import Linking
from bot.discord.look import Look
from bot.discord.menus import MENUS
from bot.discord.once import Once
from bot.discord.permissions import intents
from bot.discord.place import Place
from bot.discord.presses import FORMS, PRESSES, handle
from bot.discord.rehearsal import Rehearsal
from bot.discord.replies import Replies
from bot.discord.speech import Speech
from bot.discord.threads import thread_of
from bot.discord.translator import register
from bot.discord.tree import Tree
from bot.discord.watcher import Watcher
from bot.footnote import Footnote
from bot.grants import Grants
from bot.languages import Language, Saying, phrase
from bot.languages.translated import languages
from bot.library import Library
from bot.scope import visible
from bot.settings import DISCORD_API
from bot.state import State
from bot.state.inquiries import Inquiry, Kind
from bot.web.links import ReaderLinks

log = logging.getLogger(__name__)

_GREETING = phrase("Ask me about the sources: mention me with a question, or use {/ask}.")
_UNTOLD = phrase(
    "Discord does not show me what you wrote, because your reply does not ping me. Mention me with your question, or "
    "leave the ping on."
)
_UNTOLD_OF_ROLE = phrase(
    "Discord does not show me what you wrote, because you mentioned my role. Mention me myself with your question: "
    "there are two of my name in the list."
)


class FootnoteClient(Host):
    """Footnote, connected to Discord."""

    def __init__(
        self,
        library: Library,
        state: State,
        grants: Grants,
        once: Once,
        *,
        links: ReaderLinks | None,
        answered: Answered,
        message_content: bool,
    ) -> None:
        super().__init__(
            intents=intents(message_content=message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
        )
        self.library = library
        self.state = state
        self.asking = Asking(state.inquiries, answered)
        self.linking = Linking(links, state.servers)
        self.is_ready_to_answer = False
        self._grants = grants
        self._gate = Gate(state.servers)
        self._replies = Replies()
        self._speak(languages())
        self._once = once
        self._stopping = False
        self._tree = Tree(self)
        self._watcher = Watcher(self, self._gate, self._replies)
        self._rehearsal = Rehearsal(self)
        self._beside: list[asyncio.Task[None]] = []

    def _speak(self, languages: Mapping[str, Language]) -> None:
        self.languages = languages
        self._speech = Speech(self.state.servers, languages)

    async def setup_hook(self) -> None:
        """Registers the commands."""
        if Route.BASE != DISCORD_API:
            # discord.py asks the API for the gateway's address once, and connects again to one it has built in.
            _, address, _ = await self.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
        for command in COMMANDS:
            self._tree.add_command(command)
        for menu in MENUS:
            self._tree.add_command(menu)
        commands = await register(self._tree, self.languages)
        self._speak({code: language.calling(commands) for code, language in self.languages.items()})
        await self._watcher.begin()

    async def close(self) -> None:
        """Ends the connection and what goes on beside it."""
        for task in self._beside:
            task.cancel()
        await super().close()

    async def on_ready(self) -> None:
        """Says that questions can be answered from now on."""
        self.is_ready_to_answer = True
        # Discord says so again after each new session.
        self._beside = self._beside or [asyncio.create_task(one.run()) for one in (self._watcher, self._rehearsal)]
        count = len(self.guilds)
        log.info("ready: %d %s", count, "server" if count == 1 else "servers")

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Handles presses and forms; commands are the tree's."""
        tables = {discord.InteractionType.component: PRESSES, discord.InteractionType.modal_submit: FORMS}
        table = tables.get(interaction.type)
        if table is not None and self.accepts(interaction.id):
            await handle(interaction, table)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a question put in a DM, with a mention of the bot or its role, or in reply to it."""
        if self.user is None or self._stopping:
            return
        with self._replies.holding():
            # Most messages are for nobody here, and need no looking up.
            if heard(message, self.user, every=self.intents.message_content) is None:
                return
            place = await Place.of_message(message, self)
            if place is None:
                return
            said = heard(message, self.user, every=self._hears_all(place))
            if said is None or not self.accepts(message.id):
                return
            if self._gate.barred(place, message.author) is None:
                await self._respond(message, place, said)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Says hello, once, where it may speak."""
        channel = next((one for one in (guild.system_channel, *guild.text_channels) if one and _may_speak(one)), None)
        if channel is None or not self.accepts(guild.id):
            return
        with self._replies.holding():
            footnote = await self.footnote_for(Place(guild.id, channel.id, channel.id))
            hello = await asyncio.to_thread(looks.welcome, footnote, self.server_language(guild.id))
            await self._replies.to_channel(channel, hello, str(guild.id))

    def _hears_all(self, place: Place) -> bool:
        """Whether every message of a place is taken for a question."""
        if place.guild is None or not self.intents.message_content:
            return False
        return self.state.servers.channel(place.channel, place.guild).every_message

    async def _respond(self, message: discord.Message, place: Place, said: Heard) -> None:
        language = self._message_language(message, place)
        unanswered = self._unanswered(message, place, said, language)
        thread = None if unanswered is not None else await self._thread(message, place, said)
        at = place if thread is None else replace(place, room=message.id)

        async def composed() -> Look:
            look = unanswered or await self._answer(message, at, said, language)
            return look.with_button(delete(message.author.id, language))

        await self._replies.to_message(message, composed, language, thread)

    def _unanswered(self, message: discord.Message, place: Place, said: Heard, language: Language) -> Look | None:
        """What to say to a message that is not answered; None for all others."""
        if not said.text:
            untold = _UNTOLD_OF_ROLE if said.role else _UNTOLD
            return looks.notice(language.say(_GREETING if said.told else untold))
        hurried = self._gate.hurried(place, message.author.id)
        return None if hurried is None else looks.said(language.tell(hurried))

    async def _thread(self, message: discord.Message, place: Place, said: Heard) -> discord.abc.Messageable | None:
        """The thread that a message is answered in; its id is the message's. None where it is answered in place.

        A reply goes on with what was said where it stands.
        """
        if place.guild is None or place.room != place.channel or message.type is discord.MessageType.reply:
            return None
        wanted = self.state.servers.server(place.guild).threads
        return await thread_of(self, message, said.text) if wanted else None

    async def _answer(self, message: discord.Message, place: Place, said: Heard, language: Language) -> Look:
        follows = said.follows or await self.asking.before(place, message.author.id)
        asked = Inquiry(message.author.id, place.guild, place.room, Kind.QUESTION, said.text, follows=follows)
        look = await self.asking.answer(await self.footnote_for(place), asked, language)
        return self.linking.linked(look, place, private=place.direct)

    async def footnote_for(self, place: Place) -> Footnote:
        """The Footnote that has what may be seen in a place, and nothing else."""
        seen = visible(place.scope, self._grants, self.state.servers)
        return await asyncio.to_thread(self.library.within, seen)

    def granted(self, guild: int) -> frozenset[str]:
        """The collections that a server may see."""
        granted = self._grants.of(guild)
        return self.library.collections if granted is None else granted & self.library.collections

    async def suggesting(self, interaction: discord.Interaction[Any]) -> Footnote | None:
        """What completions of what is being typed may come from; None where the person may not ask."""
        place = Place.of(interaction)
        with self._replies.holding():
            if self._gate.barred(place, interaction.user) is not None:
                return None
            return await self.footnote_for(place)

    def manner(self, interaction: discord.Interaction[Any], *, private: bool | None) -> Manner:
        """How an answer to a command appears: as is wished, else as the server has it."""
        place = Place.of(interaction)
        if private is None and place.guild is not None:
            private = self.state.servers.server(place.guild).private
        return Manner.PRIVATELY if private else Manner.OPENLY

    async def reply(
        self,
        interaction: discord.Interaction[Any],
        compose: Compose,
        manner: Manner = Manner.OPENLY,
        *,
        free: bool = False,
    ) -> None:
        """Replies to a command, a button or a form."""
        with self._replies.holding():
            place = Place.of(interaction)
            refusal = None if free else self._refusal(place, interaction.user)
            if refusal is not None:
                manner = Manner.PRIVATELY
            language = self.language(interaction, openly=manner is Manner.OPENLY)

            async def composed() -> Look:
                if refusal is not None:
                    return looks.notice(language.tell(refusal))
                look = await compose(await self.footnote_for(place), language)
                look = self.linking.linked(look, place, private=manner is not Manner.OPENLY)
                return look.with_button(delete(interaction.user.id, language)) if manner is Manner.OPENLY else look

            await self._replies.to_interaction(interaction, composed, manner, language)

    def language(self, interaction: discord.Interaction[Any], *, openly: bool = False) -> Language:
        """What a reply to something that somebody did is in; to be read by all where it is to be open."""
        guild, locale = Place.of(interaction).guild, interaction.guild_locale
        here = None if guild is None else self._speech.on_server(guild, None if locale is None else str(locale))
        own = self._speech.to_person(interaction.user.id, str(interaction.locale), here)
        return here if here is not None and openly else own

    def server_language(self, guild: int) -> Language:
        """What is said on a server of Footnote's own accord is in."""
        known = self.get_guild(guild)
        return self._speech.on_server(guild, None if known is None else str(known.preferred_locale))

    def _message_language(self, message: discord.Message, place: Place) -> Language:
        locale = None if message.guild is None else str(message.guild.preferred_locale)
        return self._speech.to_message(place, message.author.id, locale)

    def _refusal(self, place: Place, person: discord.User | discord.Member) -> Saying | None:
        return self._gate.barred(place, person) or self._gate.hurried(place, person.id)

    async def open(self, interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
        """Opens a form."""
        await self._replies.open(interaction, form)

    async def remove(self, interaction: discord.Interaction[Any]) -> None:
        """Deletes the message that the pressed button stands below."""
        await self._replies.remove(interaction)

    def accepts(self, id: int) -> bool:
        """Whether to handle the event of this id: it is new, and the bot is not stopping."""
        return not self._stopping and self._once.first(id)

    async def finish(self) -> None:
        """Takes nothing new on and waits for the replies that are on their way."""
        self._stopping = True
        await self._replies.finished()


def _may_speak(channel: discord.TextChannel) -> bool:
    may = channel.permissions_for(channel.guild.me)
    return may.view_channel and may.send_messages
