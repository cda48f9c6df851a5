"""What ``footnote check`` asks of Discord."""

import aiohttp
import discord
from discord.http import Route

from bot.discord.permissions import PERMISSIONS, SCOPES
from bot.finding import Finding


async def inspect_discord(token: str, api: str) -> list[Finding]:
    """Whether Discord takes the token, and where the bot lacks a permission."""
    Route.BASE = api
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(token)
        return [Finding("token", True, f"Discord knows the bot as {client.user}"), *await _servers(client)]
    except discord.LoginFailure:
        return [Finding("token", False, "Discord refuses it; make a new one on the application's Bot page")]
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return [Finding("discord", False, f"Discord cannot be asked: {error}")]
    finally:
        await client.close()


async def _servers(client: discord.Client) -> list[Finding]:
    """A finding for each server that the bot lacks a permission in, or one that all is well."""
    findings = []
    count = 0
    # The public fetch_guilds() drops the bot's own permissions from what Discord answers.
    after: int | None = None
    while page := await client.http.get_guilds(200, after=after, with_counts=False):
        for guild in page:
            count += 1
            after = int(guild["id"])
            missing = PERMISSIONS & ~discord.Permissions(int(guild["permissions"]))
            if missing.value and not discord.Permissions(int(guild["permissions"])).administrator:
                names = ", ".join(name for name, wanted in missing if wanted)
                findings.append(Finding("permissions", False, f"on the server {guild['name']} it lacks: {names}"))
    if not count:
        assert client.application_id is not None  # noqa: S101  # set by login()
        invite = discord.utils.oauth_url(client.application_id, permissions=PERMISSIONS, scopes=SCOPES)
        return [Finding("permissions", False, f"the bot is on no server yet; invite it with {invite}")]
    return findings or [Finding("permissions", True, f"it may do all it needs on {count} servers")]
