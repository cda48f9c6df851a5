"""The client: connects, takes commands and messages, and hands them on."""

import logging
from typing import Any

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord import layout
from bot.discord.commands import COMMANDS
from bot.discord.context import ContextButton
from bot.discord.host import Compose, Host
from bot.discord.once import Once
from bot.discord.permissions import intents
from bot.discord.replies import Replies
from bot.footnote import Footnote
from bot.settings import DISCORD_API

log = logging.getLogger(__name__)

_GREETING = "Ask me about the sources: mention me with a question, or use /ask."


class Tree(app_commands.CommandTree[Host]):
    """The slash commands; each invocation is handled once."""

    async def interaction_check(self, interaction: discord.Interaction[Host], /) -> bool:
        """Whether to handle it: once, and not while stopping."""
        return self.client.accepts(interaction.id)

    async def on_error(self, interaction: discord.Interaction[Host], error: app_commands.AppCommandError, /) -> None:
        """Says so when a command cannot be run, such as one that Discord still shows from an older release."""
        log.error("a command failed", exc_info=error)
        if not interaction.response.is_done():
            sorry = layout.said("This command cannot be run as it was sent. Try again in a minute.")
            await self.client.reply(interaction, lambda: sorry, private=True)


class FootnoteClient(Host):
    """Footnote, connected to Discord."""

    def __init__(self, footnote: Footnote, once: Once) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
        )
        self.footnote = footnote
        self._replies = Replies()
        self.is_ready_to_answer = False
        self._once = once
        self._stopping = False
        self._tree = Tree(self)

    async def setup_hook(self) -> None:
        """Registers commands and buttons."""
        if Route.BASE != DISCORD_API:
            # discord.py asks the API for the gateway's address once, and connects again to one it has built in.
            _, address, _ = await self.http.get_bot_gateway()
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
        self.add_dynamic_items(ContextButton)
        for command in COMMANDS:
            self._tree.add_command(command)
        await self._tree.sync()

    async def on_ready(self) -> None:
        """Says that questions can be answered from now on."""
        self.is_ready_to_answer = True
        count = len(self.guilds)
        log.info("ready: %d %s", count, "server" if count == 1 else "servers")

    async def on_message(self, message: discord.Message) -> None:
        """Answers a question put in a DM or with a mention of the bot itself, never of @everyone."""
        question = self._question(message)
        if question is None or not self.accepts(message.id):
            return
        if question:
            await self._replies.to_message(message, lambda: self._answer(question))
        else:
            await self._replies.to_message(message, lambda: layout.said(_GREETING))

    async def reply(self, interaction: discord.Interaction[Any], compose: Compose, *, private: bool = False) -> None:
        """Replies to a command or a button, to nobody else if private."""
        await self._replies.to_interaction(interaction, compose, private=private)

    def accepts(self, id: int) -> bool:
        """Whether to handle the event of this id: it is new, and the bot is not stopping."""
        return not self._stopping and self._once.first(id)

    async def finish(self) -> None:
        """Takes nothing new on and waits for the replies that are on their way."""
        self._stopping = True
        await self._replies.finished()

    def _answer(self, question: str) -> layout.Look:
        return layout.answer(self.footnote.ask(question), self.footnote.sources)

    def _question(self, message: discord.Message) -> str | None:
        """The question a message puts to the bot; empty for a bare mention, None for a message that is not for it."""
        if message.author.bot or message.webhook_id is not None or self.user is None:
            return None
        if message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return None
        mentions = (f"<@{self.user.id}>", f"<@!{self.user.id}>")
        mentioned = any(mention in message.content for mention in mentions)
        if message.guild is not None and not mentioned:
            return None
        question = message.content
        for mention in mentions:
            question = question.replace(mention, " ")
        return " ".join(question.split())
