"""The stage: a server with one person in it, the stand-in behind it, and the genuine bot over the shipped corpus."""

import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.discord.process import ROOT, TOKEN, running
from tests.standin import Channel, Guild, Intent, Message, Person, Reply, StandIn

from .message import message
from .modal import modal
from .surroundings import Surroundings
from .tags import Html

_OWN_DOCUMENTS = Path(__file__).with_name("documents")
_ENDLESS = f"The harbour ledger lists {'crates of salt and coils of rope, ' * 300}and one anchor.\n"


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene is played on."""

    discord: StandIn
    guild: Guild
    channel: Channel
    alice: Person

    def on(self, name: str) -> "Stage":
        """The same on another server, with another Alice."""
        guild = self.discord.add_guild(name)
        return Stage(self.discord, guild, guild.add_channel("research"), guild.add_member("alice"))

    def around(self) -> Surroundings:
        """What the messages' mentions, files and times resolve to at this moment."""
        world = self.discord.world
        return Surroundings(
            users={str(id): user.display_name for id, user in world.users.items()},
            roles={str(id): role.name for id, role in self.guild.roles.items()},
            channels={str(id): channel.name for id, channel in self.guild.channels.items()},
            files={attached.url: attached.content for attached in world.files.values()},
            now=datetime.now(UTC),
        )

    def show(self, *said: Message | Reply) -> list[Html]:
        """Messages as they are now; of a reply the modal that it opened, or else all messages of it."""
        shown: list[Html] = []
        for one in said:
            if isinstance(one, Reply) and one.interaction.modal is not None:
                shown.append(modal(one.interaction.modal, self.around()))
            elif isinstance(one, Reply):
                shown += [self._message(each) for each in dict.fromkeys([one.message, *one.followups])]
            else:
                shown.append(self._message(one))
        return shown

    def _message(self, shown: Message) -> Html:
        # With the intent, so that what people write is there too.
        return message(self.discord.world.message_json(shown, Intent.MESSAGE_CONTENT), self.around())


@contextlib.asynccontextmanager
async def stage() -> AsyncIterator[Stage]:
    """Starts the stand-in and the bot, and ends both.

    Raises:
        AssertionError: The bot did not start or stop in good order, or sent what Discord would refuse.
    """
    with tempfile.TemporaryDirectory() as folder:
        documents = corpus(Path(folder))
        async with StandIn(TOKEN) as discord:
            guild = discord.add_guild("Newsroom")
            scene = Stage(discord, guild, guild.add_channel("research"), guild.add_member("alice"))
            async with running(discord, documents):
                yield scene


def corpus(folder: Path) -> Path:
    """The shipped corpus, with documents that are hard to show."""
    documents = shutil.copytree(ROOT / "corpus", folder / "corpus")
    shutil.copytree(_OWN_DOCUMENTS, documents, dirs_exist_ok=True)
    (documents / "endless.txt").write_text(_ENDLESS, "utf-8")
    return documents
