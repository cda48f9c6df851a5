"""What the stand-in is proven with: a small bot on the genuine discord.py, and a plain REST client."""

from __future__ import annotations

import asyncio
import io
import json
import secrets
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import pytest
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

from .server import StandIn

if TYPE_CHECKING:
    import re
    from collections.abc import AsyncIterator

    from .channels import Channel
    from .guilds import Guild
    from .people import Person

Interaction = discord.Interaction[Any]
TOKEN = secrets.token_urlsafe(24)
QUIET = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class ContextButton(ui.DynamicItem[ui.Button[Any]], template=r"context:(?P<number>\d+)"):
    """A button that works on messages of an earlier process too."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label=f"In context {number}", custom_id=f"context:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, _: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> ContextButton:
        assert isinstance(item, ui.Button)
        return cls(int(match["number"]))

    async def callback(self, interaction: Interaction) -> None:
        if self.number == 3:
            await interaction.response.send_modal(Note())
        elif self.number == 2:
            await interaction.response.edit_message(content="updated", view=None)
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
            await interaction.followup.send(f"context of {self.number}", ephemeral=True)


class Note(ui.Modal, title="A note"):
    words: ui.TextInput[Any] = ui.TextInput(label="Words", min_length=3)

    async def on_submit(self, interaction: Interaction) -> None:
        await interaction.response.send_message(f"noted: {self.words.value}", ephemeral=True)


class Bot(discord.AutoShardedClient):
    """A small bot with one of each: commands, buttons, a select, a modal, mentions, DMs."""

    def __init__(self, intents: discord.Intents = QUIET) -> None:
        super().__init__(intents=intents, enable_debug_events=True)
        self.heard: list[str] = []
        self.errors: list[BaseException] = []
        self.tree = app_commands.CommandTree(self)
        self.tree.error(self.on_tree_error)
        commands: list[app_commands.Command[Any, ..., Any]] = [ask, cite, late, pick, fetch]
        for slash in commands:
            self.tree.add_command(slash)
        self.tree.add_command(app_commands.ContextMenu(name="Find sources", callback=find_sources))

    async def setup_hook(self) -> None:
        self.add_dynamic_items(ContextButton)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the five seconds that discord.py waits before it identifies again."""

    async def on_tree_error(self, _: Interaction, error: app_commands.AppCommandError) -> None:
        self.errors.append(getattr(error, "original", error))

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message.content)
        if message.guild is None or self.user in message.mentions:
            try:
                await message.reply(f"you said: {message.content}", nonce=str(message.id))
            except (discord.HTTPException, aiohttp.ClientError) as error:
                self.errors.append(error)


@app_commands.command(description="Answers a question")
@app_commands.describe(question="What to answer")
async def ask(interaction: Interaction, question: str) -> None:
    await interaction.response.defer()
    view = ui.View(timeout=None)
    for number in (1, 2, 3):
        view.add_item(ContextButton(number))
    embed = discord.Embed(title="Title", description="Description").add_field(name="Field", value="Value")
    await interaction.edit_original_response(content=f"The answer to {question}", embed=embed, view=view)
    await interaction.followup.send("and more", file=discord.File(io.BytesIO(b"text"), "all.txt"))


@app_commands.command(description="Cites a passage")
async def cite(interaction: Interaction, passage: str) -> None:
    await interaction.response.send_message(f"cited {passage}", ephemeral=True)


@cite.autocomplete("passage")
async def suggest(_: Interaction, current: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"Passage {current}", value=current)]


@app_commands.command(description="Answers nothing")
async def late(_: Interaction) -> None:
    return


@app_commands.command(description="Offers a choice")
async def pick(interaction: Interaction) -> None:
    view = ui.View()
    select: ui.Select[Any] = ui.Select(
        options=[discord.SelectOption(label=name, value=name[0]) for name in ("A1", "B2")]
    )

    async def chosen(following: Interaction) -> None:
        await following.response.defer()
        await following.followup.send(f"chosen: {select.values}")

    select.callback = chosen  # type: ignore[method-assign, assignment]
    await interaction.response.send_message("choose", view=view.add_item(select))


@app_commands.command(description="Reads a file")
async def fetch(interaction: Interaction, file: discord.Attachment, who: discord.Member) -> None:
    content = await file.read()
    await interaction.response.send_message(f"{file.filename}: {content.decode()} for {who.display_name}")


async def find_sources(interaction: Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"sources of: {message.content}")


class Scene:
    """One stand-in, one guild, one channel, one person, one bot."""

    def __init__(self, standin: StandIn, bot: Bot) -> None:
        self.discord = standin
        self.bot = bot
        self.guild: Guild = standin.add_guild("Newsroom")
        self.channel: Channel = self.guild.add_channel("research")
        self.alice: Person = self.guild.add_member("alice")
        self.running: asyncio.Task[None] | None = None

    async def start(self, token: str = TOKEN) -> None:
        self.running = asyncio.create_task(self.bot.start(token))
        await self.discord.ready()

    async def end(self) -> BaseException | None:
        """How the client ends of itself."""
        assert self.running is not None
        await asyncio.wait({self.running}, timeout=10)
        return self.running.exception()


@asynccontextmanager
async def scene(bot: Bot | None = None, **options: Any) -> AsyncIterator[Scene]:
    async with StandIn(TOKEN, **options) as standin:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Route, "BASE", standin.api)
            patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(standin.world.gateway_address))
            bot = bot or Bot()
            here = Scene(standin, bot)
            try:
                yield here
            finally:
                await bot.close()
                if here.running is not None:
                    with suppress(Exception):
                        await here.running
    assert not standin.own_faults, "\n".join(map(str, standin.own_faults))
    assert not standin.unknown_requests


class Api:
    """The REST API as any client would use it, for what discord.py itself would never send."""

    def __init__(self, standin: StandIn, http: aiohttp.ClientSession) -> None:
        self.standin = standin
        self.http = http

    async def ask(self, method: str, path: str, body: Any = None, token: str = TOKEN) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = None if body is None else json.dumps(body)
        async with self.http.request(method, self.standin.api + path, data=data, headers=headers) as response:
            raw = await response.read()
            assert not raw or response.headers["Content-Type"] == "application/json"
            return response.status, json.loads(raw) if raw else None
