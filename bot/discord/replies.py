"""Replying: acknowledged at once, composed off the event loop, sent until it arrives, never left without a word."""

import asyncio
import contextlib
import io
import logging
import secrets
from collections.abc import Iterator
from typing import Any

import discord

from bot.discord import layout
from bot.discord.context import buttons
from bot.discord.delivery import deliver
from bot.discord.host import Compose
from bot.discord.layout import Look
from bot.question import QuestionError

log = logging.getLogger(__name__)

_UNKNOWN_INTERACTION = 10062
_ALREADY_ACKNOWLEDGED = 40060


class Replies:
    """Sends replies, and knows whether some are still on their way."""

    def __init__(self) -> None:
        self._in_hand = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def finished(self) -> None:
        """Waits until no reply is on its way."""
        await self._idle.wait()

    async def to_interaction(
        self, interaction: discord.Interaction[Any], compose: Compose, *, private: bool = False
    ) -> None:
        """Replies to a command or a button.

        Args:
            interaction: What was done.
            compose: Makes the reply; it may block, and runs in a thread of its own.
            private: Whether only the one who did it sees the reply.
        """
        with self._holding():
            try:
                await _acknowledge(interaction, private=private)
                look = await _composed(compose)
                await deliver(lambda: interaction.edit_original_response(**_parts(look, "attachments")))
            except discord.HTTPException as error:
                if error.code in (_UNKNOWN_INTERACTION, _ALREADY_ACKNOWLEDGED):
                    log.info("an interaction was answered too late, or by another process: %s", error)
                else:
                    log.exception("a reply to an interaction could not be sent")

    async def to_message(self, message: discord.Message, compose: Compose) -> None:
        """Replies to a message, below it, without pinging its author."""
        with self._holding():
            with contextlib.suppress(discord.HTTPException):
                await message.channel.typing()
            look = await _composed(compose)
            try:
                await self._send(message, look)
            except discord.Forbidden as error:
                log.info("no permission to reply in channel %s: %s", message.channel.id, error)
            except discord.HTTPException:
                log.exception("a reply in channel %s could not be sent", message.channel.id)

    async def _send(self, message: discord.Message, look: Look) -> None:
        # The nonce makes Discord drop the second of two sendings, so that one whose answer got lost can be repeated.
        reference = message.to_reference(fail_if_not_exists=False)
        await deliver(
            lambda: message.channel.send(
                reference=reference, nonce=str(message.id), mention_author=False, **_parts(look, "files")
            )
        )

    @contextlib.contextmanager
    def _holding(self) -> Iterator[None]:
        self._in_hand += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_hand -= 1
            if not self._in_hand:
                self._idle.set()


async def _acknowledge(interaction: discord.Interaction[Any], *, private: bool) -> None:
    """Tells Discord, within its three seconds, that a reply is coming.

    Raises:
        discord.HTTPException: Discord refused, or somebody else has acknowledged it.
    """
    attempts = 0

    async def defer() -> None:
        nonlocal attempts
        attempts += 1
        await interaction.response.defer(ephemeral=private, thinking=True)

    try:
        await deliver(defer)
    except discord.HTTPException as error:
        # The answer to an earlier attempt got lost on its way, so the acknowledgement is our own.
        if error.code != _ALREADY_ACKNOWLEDGED or attempts == 1:
            raise


async def _composed(compose: Compose) -> Look:
    """The reply, or a sentence on why there is none."""
    try:
        return await asyncio.to_thread(compose)
    except QuestionError as error:
        return layout.said(str(error))
    except Exception:  # whatever it is, the one who asked gets a word and the log the rest
        code = secrets.token_hex(3)
        log.exception("error %s", code)
        return layout.said(f"Something went wrong here. The operator finds it in the log as error {code}.")


def _parts(look: Look, files: str) -> dict[str, Any]:
    """A look as discord.py's arguments, made anew for each sending because a file is read once."""
    parts: dict[str, Any] = {"embed": look.embed, "allowed_mentions": discord.AllowedMentions.none()}
    view = buttons(look.citations)
    if view is not None:
        parts["view"] = view
    if look.attachment is not None:
        name, text = look.attachment
        parts[files] = [discord.File(io.BytesIO(text.encode()), name)]
    return parts
