"""A thread for each question put in a channel, where a server wants that."""

import logging

import discord

from bot.discord.delivery import deliver
from bot.discord.text import cut

log = logging.getLogger(__name__)

_NAME = 100
_HAS_ONE = 160004


async def thread_of(client: discord.Client, message: discord.Message, name: str) -> discord.abc.Messageable | None:
    """A message's thread, made if it has none; None where none can be made, such as where the bot may not.

    Args:
        client: The bot.
        message: The message that begins it.
        name: Its name, of which the first 100 code points are shown.
    """
    if not isinstance(message.channel, discord.TextChannel):
        return None
    try:
        return await deliver(lambda: message.create_thread(name=cut(name, _NAME)))
    except discord.HTTPException as error:
        # Where the answer to an earlier attempt got lost on its way, the thread is there: it has its message's id.
        if error.code == _HAS_ONE:
            return client.get_partial_messageable(message.id, type=discord.ChannelType.public_thread)
        log.info("no thread can be made in %s: %s", message.channel, error)
        return None
