"""People, and what they do in Discord; everything here is what a person can do with the real client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import posting
from .channels import ChannelType
from .components import ComponentType
from .interactions import InteractionType
from .limits import CONTENT
from .messages import Message
from .options import type_options
from .payloads import BOT_DM_CONTEXT, GUILD_CONTEXT, begin, resolved
from .permissions import NOTHING, Permission
from .replies import DEFAULT_TIMEOUT, Choice, Reply
from .users import User

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .channels import Channel
    from .components import Button, Select
    from .faults import Json
    from .guilds import Role
    from .interactions import Interaction
    from .messages import Attachment
    from .world import World

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
GUILD_INSTALL, USER_INSTALL = 0, 1


@dataclass(slots=True, eq=False)
class Person(User):
    world: World = field(kw_only=True, repr=False)
    has_installed: bool = field(default=False, kw_only=True)

    def install(self) -> None:
        """Add the application to one's own account, which brings its commands along everywhere."""
        self.has_installed = True

    async def open_dm(self) -> Channel:
        """The person's direct messages with the bot."""
        return self.world.dm_with(self)

    async def say(
        self,
        channel: Channel,
        content: str,
        *,
        reply_to: Message | Reply | None = None,
        ping: bool = True,
        files: Sequence[tuple[str, bytes]] = (),
    ) -> Message:
        """Write a message; a reply pings the author it replies to, unless the person switched that off."""
        self._need(channel, Permission.SEND_MESSAGES)
        if len(content) > CONTENT:
            raise AssertionError(f"the Discord client sends no message of {len(content)} characters")
        body: Json = {"content": content}
        if reply_to is not None:
            target = _message(reply_to)
            if not target.visible_to(self):
                raise AssertionError(f"{self.name} does not see the message to reply to: {target}")
            body["message_reference"] = {"message_id": str(target.id)}
            if not ping:
                body["allowed_mentions"] = {"parse": ["everyone", "roles", "users"], "replied_user": False}
        named = {f"files[{index}]": file for index, file in enumerate(files)}
        return posting.create(channel, self, body, named)

    async def post(self, forum: Channel, title: str, content: str) -> Message:
        """Begin a post in a forum: a thread that has the id of its first message."""
        self._need(forum, Permission.SEND_MESSAGES)
        if forum.guild is None or forum.type is not ChannelType.FORUM:
            raise AssertionError(f"{forum.name} is no forum")
        thread = forum.guild.add_thread(forum, title, self)
        return posting.create(thread, self, {"content": content}, id=thread.id)

    async def edit(self, message: Message, content: str) -> None:
        if message.author is not self:
            raise AssertionError(f"{self.name} did not write that message: {message}")
        posting.edit(message, {"content": content})

    async def delete(self, message: Message) -> None:
        if message.author is not self and not message.channel.permissions_of(self) & Permission.MANAGE_MESSAGES:
            raise AssertionError(f"{self.name} may not delete that message: {message}")
        posting.delete(message)

    def upload(self, filename: str, content: bytes) -> Attachment:
        """A file to give to a command's attachment option."""
        return posting.store_file(self.world, filename, content)

    async def command(
        self,
        channel: Channel,
        name: str,
        /,
        *,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109 -- a test reads better so
        wait: bool = True,
        **options: Any,
    ) -> Reply:
        """Use a slash command; a sub-command is named with a space, as it is shown."""
        path = name.split(" ")
        command = self._visible_command(channel, path[0], CHAT_INPUT)
        typed = type_options(command, path[1:], options)
        data = {**_named(command), "options": typed.options}
        if typed.objects:
            data["resolved"] = resolved(typed.objects, channel)
        return await _answered(begin(InteractionType.APPLICATION_COMMAND, self, channel, data), timeout, wait=wait)

    async def autocomplete(
        self,
        channel: Channel,
        name: str,
        option: str,
        typed: str,
        /,
        *,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        **options: Any,
    ) -> list[Choice]:
        """Type into an option and see what is suggested."""
        path = name.split(" ")
        command = self._visible_command(channel, path[0], CHAT_INPUT)
        entered = type_options(command, path[1:], {**options, option: typed}, focused=option)
        data = {**_named(command), "options": entered.options}
        kind = InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE
        reply = await _answered(begin(kind, self, channel, data), timeout, wait=True)
        return reply.choices

    async def menu(
        self,
        channel: Channel,
        name: str,
        target: Message | Reply | User,
        *,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        wait: bool = True,
    ) -> Reply:
        """Choose an application's entry in the context menu of a message or a user."""
        kind = USER_MENU if isinstance(target, User) else MESSAGE_MENU
        picked = target if isinstance(target, User) else _message(target)
        if isinstance(picked, Message) and not picked.visible_to(self):
            raise AssertionError(f"{self.name} does not see that message: {picked}")
        command = self._visible_command(channel, name, kind)
        data = {**_named(command), "target_id": str(picked.id), "resolved": resolved([picked], channel)}
        return await _answered(begin(InteractionType.APPLICATION_COMMAND, self, channel, data), timeout, wait=wait)

    async def click(
        self,
        where: Message | Reply,
        label: str,
        *,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        wait: bool = True,
    ) -> Reply:
        """Press the button with that label, or the only one that begins with it."""
        message = self._seen(where)
        button = find_button(message, label)
        if button.disabled or button.custom_id is None:
            raise AssertionError(f"the button {button.label!r} cannot be pressed: {button}")
        data: Json = {"custom_id": button.custom_id, "component_type": int(ComponentType.BUTTON), "id": button.id}
        kind = InteractionType.MESSAGE_COMPONENT
        return await _answered(begin(kind, self, message.channel, data, source=message), timeout, wait=wait)

    async def choose(
        self,
        where: Message | Reply,
        *values: str | User | Role | Channel,
        menu: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        wait: bool = True,
    ) -> Reply:
        """Choose in a select by label or value, or people, roles and channels; ``menu`` is its placeholder."""
        message = self._seen(where)
        select = find_select(message, menu)
        objects = [value for value in values if not isinstance(value, str)]
        data: Json = {
            "custom_id": select.custom_id,
            "component_type": int(select.type),
            "id": select.id,
            "values": chosen_values(select, values),
        }
        if objects:
            data["resolved"] = resolved(objects, message.channel)
        kind = InteractionType.MESSAGE_COMPONENT
        return await _answered(begin(kind, self, message.channel, data, source=message), timeout, wait=wait)

    async def submit(
        self,
        opened: Reply,
        values: Mapping[str, str | list[str]] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,  # noqa: ASYNC109
        wait: bool = True,
    ) -> Reply:
        """Fill in the modal that a reply opened, by custom id or label, and send it."""
        origin = opened.interaction
        data = opened.modal.fill_in(dict(values or {}))
        kind = InteractionType.MODAL_SUBMIT
        return await _answered(
            begin(kind, self, origin.channel, data, source=origin.source, trigger=origin), timeout, wait=wait
        )

    def _need(self, channel: Channel, needed: Permission) -> None:
        if needed not in channel.permissions_of(self):
            raise AssertionError(f"{self.name} may not do that in {channel.name}: {needed.name}")

    def _seen(self, where: Message | Reply) -> Message:
        message = _message(where)
        if not message.visible_to(self) or not message.channel.permissions_of(self) & Permission.VIEW_CHANNEL:
            raise AssertionError(f"{self.name} does not see that message: {message}")
        return message

    def _visible_command(self, channel: Channel, name: str, kind: int) -> Json:
        """The command as the client offers it here to this person."""
        self._need(channel, Permission.USE_APPLICATION_COMMANDS)
        guild = channel.guild
        bot_is_here = guild is None or guild.has_bot
        known = [*(self.world.guild_commands.get(guild.id, []) if guild else []), *self.world.commands]
        found = next((one for one in known if one["name"] == name and one["type"] == kind), None)
        if found is None:
            names = ", ".join(one["name"] for one in known) or "none"
            raise AssertionError(f"no command {name!r} is registered here; there are: {names}")
        if not (bot_is_here and GUILD_INSTALL in found["integration_types"]) and not (
            self.has_installed and USER_INSTALL in found["integration_types"]
        ):
            raise AssertionError(f"the command {name!r} is installed neither here nor by {self.name}")
        context = BOT_DM_CONTEXT if guild is None else GUILD_CONTEXT
        if context not in found["contexts"]:
            raise AssertionError(f"the command {name!r} is not offered in {'DMs' if guild is None else 'guilds'}")
        needed = needed_permissions(found)
        if guild is not None and needed not in channel.permissions_of(self):
            raise AssertionError(f"{self.name} is not offered {name!r}, which needs {needed!r}")
        return found


async def _answered(interaction: Interaction, timeout: float, *, wait: bool) -> Reply:  # noqa: ASYNC109
    reply = Reply(interaction)
    return await reply.done(timeout) if wait else reply


def _named(command: Json) -> Json:
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    return {**data, "guild_id": command["guild_id"]} if "guild_id" in command else data


def needed_permissions(command: Json) -> Permission:
    """None given: for everybody. Zero given: for administrators only."""
    stated = command["default_member_permissions"]
    return NOTHING if stated is None else Permission(int(stated)) or Permission.ADMINISTRATOR


def _message(where: Message | Reply) -> Message:
    return where.message if isinstance(where, Reply) else where


def find_button(message: Message, label: str) -> Button:
    exact = [button for button in message.buttons if button.label == label]
    starting = exact or [button for button in message.buttons if button.label.startswith(label)]
    if len(starting) != 1:
        labels = ", ".join(repr(button.label) for button in message.buttons) or "none"
        raise AssertionError(f"{len(starting)} buttons match {label!r} in the message; there are: {labels}")
    return starting[0]


def find_select(message: Message, placeholder: str | None) -> Select:
    found = [select for select in message.selects if placeholder in (None, select.placeholder, select.custom_id)]
    if len(found) != 1:
        raise AssertionError(f"{len(found)} selects match {placeholder!r} in the message: {message.selects}")
    if found[0].disabled:
        raise AssertionError(f"the select cannot be used: {found[0]}")
    return found[0]


def chosen_values(select: Select, values: Sequence[str | User | Role | Channel]) -> list[str]:
    if not select.min_values <= len(values) <= select.max_values:
        raise AssertionError(f"the select takes {select.min_values} to {select.max_values} values, not {len(values)}")
    by_name = {name: option.value for option in select.options for name in (option.value, option.label)}
    chosen = []
    for value in values:
        if not isinstance(value, str):
            chosen.append(str(value.id))
        elif value in by_name:
            chosen.append(by_name[value])
        else:
            raise AssertionError(f"the select does not offer {value!r}; it offers: {', '.join(by_name)}")
    return chosen
