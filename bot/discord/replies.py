"""Replying: acknowledged at once, composed off the event loop, sent until it arrives, never left without a word."""

import asyncio
import contextlib
import io
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterator
from enum import Enum, auto
from typing import Any

import discord

from bot.discord import looks
from bot.discord.delivery import deliver
from bot.discord.host import Manner
from bot.discord.look import Look
from bot.discord.view import view_of
from bot.languages import Language
from bot.question.question import QuestionError

log = logging.getLogger(__name__)

_UNKNOWN_CHANNEL = 10003
_UNKNOWN_INTERACTION = 10062
_ALREADY_ACKNOWLEDGED = 40060


class Fate(Enum):
    """What became of a message."""

    ARRIVED = auto()
    REFUSED = auto()
    """The bot may not write there, for now."""
    GONE = auto()
    """There is no such channel."""
    FAILED = auto()


class Replies:
    """Sends replies, and knows whether something is still on its way."""

    def __init__(self) -> None:
        self._in_hand = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def finished(self) -> None:
        """Waits until nothing is on its way."""
        while self._in_hand:
            await self._idle.wait()

    async def to_interaction(
        self,
        interaction: discord.Interaction[Any],
        compose: Callable[[], Awaitable[Look]],
        manner: Manner,
        language: Language,
    ) -> None:
        """Replies to a command, a button or a form.

        Args:
            interaction: What was done.
            compose: Makes the reply.
            manner: How it appears.
            language: What is said in its place if it cannot be made.
        """

        async def reply() -> None:
            await _acknowledge(interaction, manner)
            look = await _composed(compose, language)
            await deliver(lambda: interaction.edit_original_response(**_parts(look, "attachments")))

        await self._carried_out(reply)

    async def remove(self, interaction: discord.Interaction[Any]) -> None:
        """Deletes the message that the pressed button stands below."""

        async def remove() -> None:
            await _acknowledge(interaction, Manner.IN_PLACE)
            with contextlib.suppress(discord.NotFound):
                await deliver(interaction.delete_original_response)

        await self._carried_out(remove)

    async def open(self, interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
        """Opens a form, which is itself the acknowledgement."""
        await self._carried_out(lambda: deliver(lambda: interaction.response.send_modal(form)))

    async def to_message(
        self,
        message: discord.Message,
        compose: Callable[[], Awaitable[Look]],
        language: Language,
        thread: discord.abc.Messageable | None = None,
    ) -> None:
        """Replies to a message, below it or in its thread, without pinging its author."""
        with self.holding():
            with contextlib.suppress(discord.HTTPException):
                await (thread or message.channel).typing()
            look = await _composed(compose, language)
            if thread is not None:
                await self._sent(thread, look, nonce=str(message.id))
                return
            # The nonce makes Discord drop the second of two sendings, so one whose answer got lost can be repeated.
            reference = message.to_reference(fail_if_not_exists=False)
            await self._sent(message.channel, look, reference=reference, nonce=str(message.id), mention_author=False)

    async def to_channel(self, channel: discord.abc.Messageable, look: Look, nonce: str) -> Fate:
        """Says something in a channel of its own accord, and tells what became of it."""
        with self.holding():
            return await self._sent(channel, look, nonce=nonce)

    async def _sent(self, channel: discord.abc.Messageable, look: Look, **how: Any) -> Fate:
        try:
            await deliver(lambda: channel.send(**how, **_parts(look, "files")))
        except (discord.Forbidden, discord.NotFound) as error:
            log.info("a message was not taken in %s: %s", channel, error)
            return Fate.GONE if error.code == _UNKNOWN_CHANNEL else Fate.REFUSED
        except discord.HTTPException as error:
            log.exception("a message in %s could not be sent", channel)
            # What Discord has a reason against, such as a thread that is archived and locked, it is against next time.
            return Fate.REFUSED if 400 <= error.status < 500 else Fate.FAILED
        return Fate.ARRIVED

    async def _carried_out(self, act: Callable[[], Awaitable[Any]]) -> None:
        with self.holding():
            try:
                await act()
            except discord.HTTPException as error:
                if error.code in (_UNKNOWN_INTERACTION, _ALREADY_ACKNOWLEDGED):
                    log.info("an interaction was answered too late, or by another process: %s", error)
                else:
                    log.exception("a reply to an interaction could not be sent")

    @contextlib.contextmanager
    def holding(self) -> Iterator[None]:
        """Counts what is done within as on its way."""
        self._in_hand += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._idle.set()


async def _acknowledge(interaction: discord.Interaction[Any], manner: Manner) -> None:
    """Tells Discord, within its three seconds, that a reply is coming.

    Raises:
        discord.HTTPException: Discord refused, or somebody else has acknowledged it.
    """
    attempts = 0

    async def defer() -> None:
        nonlocal attempts
        attempts += 1
        await interaction.response.defer(ephemeral=manner is Manner.PRIVATELY, thinking=manner is not Manner.IN_PLACE)

    try:
        await deliver(defer)
    except discord.HTTPException as error:
        # The answer to an earlier attempt got lost on its way, so the acknowledgement is our own.
        if error.code != _ALREADY_ACKNOWLEDGED or attempts == 1:
            raise


async def _composed(compose: Callable[[], Awaitable[Look]], language: Language) -> Look:
    """The reply, or a sentence on why there is none."""
    try:
        return await compose()
    except QuestionError as error:
        return looks.said(language.tell(error.saying))
    except Exception:  # whatever it is, the one who asked gets a word and the log the rest
        code = secrets.token_hex(3)
        log.exception("error %s", code)
        return looks.said(
            language.say("Something went wrong here. The operator finds it in the log as error {code}.", code=code)
        )


def _parts(look: Look, files: str) -> dict[str, Any]:
    """A look as discord.py's arguments, made anew for each sending because a file is read once."""
    parts: dict[str, Any] = {"view": view_of(look), "allowed_mentions": discord.AllowedMentions.none()}
    # An edit in place takes away the files of what stood there before.
    if look.files or files == "attachments":
        parts[files] = [discord.File(io.BytesIO(content), name) for name, content in look.files]
    return parts
