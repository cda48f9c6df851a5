"""Interactions: what a person did, and how the application answered, with Discord's deadlines."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from . import faults, posting
from .messages import CHAT_INPUT_COMMAND, CONTEXT_MENU_COMMAND, Message, MessageFlag
from .snowflake import age

if TYPE_CHECKING:
    from .channels import Channel
    from .faults import Json
    from .posting import Files
    from .users import User
    from .world import World

ACKNOWLEDGE_WITHIN = 3.0
TOKEN_LIVES = 15 * 60.0
FOLLOW_UPS_OF_A_USER_INSTALL = 5


class InteractionType(IntEnum):
    APPLICATION_COMMAND = 2
    MESSAGE_COMPONENT = 3
    APPLICATION_COMMAND_AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class CallbackType(IntEnum):
    PONG = 1
    CHANNEL_MESSAGE_WITH_SOURCE = 4
    DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE = 5
    DEFERRED_UPDATE_MESSAGE = 6
    UPDATE_MESSAGE = 7
    APPLICATION_COMMAND_AUTOCOMPLETE_RESULT = 8
    MODAL = 9


ANSWERS = frozenset({CallbackType.CHANNEL_MESSAGE_WITH_SOURCE, CallbackType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE})
UPDATES = frozenset({CallbackType.DEFERRED_UPDATE_MESSAGE, CallbackType.UPDATE_MESSAGE})
FITTING = {
    InteractionType.APPLICATION_COMMAND: ANSWERS | {CallbackType.MODAL},
    InteractionType.MESSAGE_COMPONENT: ANSWERS | UPDATES | {CallbackType.MODAL},
    InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE: {CallbackType.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT},
    InteractionType.MODAL_SUBMIT: ANSWERS | UPDATES,
}


@dataclass(slots=True, eq=False)
class Interaction:
    id: int
    world: World = field(repr=False)
    type: InteractionType
    user: User
    channel: Channel
    data: Json = field(repr=False)
    source: Message | None = None
    trigger: Interaction | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)
    payload: Json = field(default_factory=dict, repr=False)
    began: float = field(default_factory=time.monotonic)
    callback: CallbackType | None = None
    acknowledged_after: float | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    choices: list[Json] = field(default_factory=list)
    modal: Json | None = None
    updated: bool = False
    revisions_before: int = 0
    token_dead: bool = False

    def __post_init__(self) -> None:
        self.revisions_before = len(self.source.history) if self.source else 0

    @property
    def name(self) -> str:
        return str(self.data.get("name") or self.data.get("custom_id"))

    @property
    def timed_out(self) -> bool:
        return self.callback is None and time.monotonic() - self.began > ACKNOWLEDGE_WITHIN

    @property
    def settled(self) -> bool:
        """Whether the person sees the answer, and no longer "thinking"."""
        if self.callback is None:
            return False
        if self.callback is CallbackType.DEFERRED_UPDATE_MESSAGE:
            return self.updated or self.source_changed or bool(self.followups)
        if self.callback is CallbackType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE:
            return self.original is not None and (self.original.deleted or not self.original.loading)
        return True

    @property
    def source_changed(self) -> bool:
        """Whether the component's message was edited or deleted since, be it by another way than the webhook."""
        source = self.source
        return source is not None and (source.deleted or len(source.history) > self.revisions_before)

    @property
    def deferred(self) -> bool:
        return self.callback in (
            CallbackType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE,
            CallbackType.DEFERRED_UPDATE_MESSAGE,
        )

    def acknowledge(self, body: Json, files: Files) -> None:
        """The callback: accepted once, in time, and only of a type that fits."""
        if self.callback is not None:
            raise faults.already_acknowledged()
        if self.timed_out:
            raise faults.unknown_interaction()
        callback = CallbackType(body["type"])
        if callback not in self._fitting():
            wrong = faults.Fault(("type",), "INTERACTION_CALLBACK_TYPE_INVALID", f"{callback.name} does not fit here.")
            raise faults.invalid_form([wrong])
        self._carry_out(callback, body.get("data") or {}, files)
        self.callback = callback
        self.acknowledged_after = time.monotonic() - self.began
        self.world.changes.notify()

    def _fitting(self) -> set[CallbackType]:
        fitting = set(FITTING[self.type])
        return fitting if self.source is not None else fitting - UPDATES

    def _carry_out(self, callback: CallbackType, data: Json, files: Files) -> None:
        if callback is CallbackType.CHANNEL_MESSAGE_WITH_SOURCE:
            self.original = self._answer(data, files)
        elif callback is CallbackType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE:
            self.original = self._think(MessageFlag(data.get("flags") or 0))
        elif callback is CallbackType.MODAL:
            self.modal = data
        elif callback is CallbackType.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT:
            self.choices = data.get("choices") or []
        elif callback in UPDATES:
            self.original = self.source
            if self.source is not None and callback is CallbackType.UPDATE_MESSAGE:
                posting.edit(self.source, data, files)
                self.updated = True

    def _answer(self, body: Json, files: Files) -> Message:
        ephemeral = MessageFlag(body.get("flags") or 0) & MessageFlag.EPHEMERAL
        message = posting.create(
            self.channel,
            self.world.bot,
            body,
            files,
            interaction=self,
            seen_only_by=self.user if ephemeral else None,
        )
        message.type = self._message_type()
        return message

    def _think(self, flags: MessageFlag) -> Message:
        ephemeral = flags & MessageFlag.EPHEMERAL
        message = Message(
            id=self.world.snowflakes.next(),
            channel=self.channel,
            author=self.world.bot,
            flags=MessageFlag.LOADING | ephemeral,
            type=self._message_type(),
            interaction=self,
            seen_only_by=self.user if ephemeral else None,
        )
        posting.keep(self.world, message)
        return message

    def _message_type(self) -> int:
        if self.type is not InteractionType.APPLICATION_COMMAND:
            return 0
        return CHAT_INPUT_COMMAND if self.data.get("type") == 1 else CONTEXT_MENU_COMMAND

    def follow_up(self, body: Json, files: Files) -> Message:
        """A further message. Right after a deferral it is the answer itself, as documented, flags and all."""
        self.check_token()
        original = self.original
        if original is not None and original.loading and not original.deleted:
            posting.edit(original, {key: value for key, value in body.items() if key != "flags"}, files)
            return original
        if "0" not in self.owners() and len(self.followups) >= FOLLOW_UPS_OF_A_USER_INSTALL:
            raise faults.too_many_follow_ups()
        message = self._answer(body, files)
        message.type = 0
        self.followups.append(message)
        self.world.changes.notify()
        return message

    def check_token(self) -> None:
        """The token works as a webhook's from the acknowledgement on, for a quarter of an hour."""
        if self.token_dead or age(self.id) > TOKEN_LIVES:
            raise faults.invalid_webhook_token()
        if self.callback is None:
            raise faults.unknown_webhook()

    def message(self, reference: str) -> Message:
        """One of its own messages, by id or as ``@original``."""
        self.check_token()
        if reference == "@original":
            found = self.original
        else:
            own = [*self.followups, *([self.original] if self.original else [])]
            found = next((message for message in own if str(message.id) == reference), None)
        if found is None or found.deleted:
            raise faults.unknown_message()
        return found

    def edit(self, message: Message, body: Json, files: Files) -> None:
        posting.edit(message, body, files)
        self._note_update(message)

    def delete(self, message: Message) -> None:
        posting.delete(message)
        self._note_update(message)

    def _note_update(self, message: Message) -> None:
        if message is self.original:
            self.updated = True
        self.world.changes.notify()

    def to_callback_json(self) -> Json:
        """The answer to a callback that asked for one (``with_response``)."""
        inner: Json = {"id": str(self.id), "type": int(self.type)}
        body: Json = {"interaction": inner}
        if self.original is not None:
            inner["response_message_id"] = str(self.original.id)
            inner["response_message_loading"] = self.original.loading
            inner["response_message_ephemeral"] = self.original.ephemeral
            if self.callback in (CallbackType.CHANNEL_MESSAGE_WITH_SOURCE, CallbackType.UPDATE_MESSAGE):
                resource = {"type": int(self.callback), "message": self.world.message_json(self.original)}
                body["resource"] = resource
        return body

    def to_message_json(self) -> Json:
        """What a message tells of the interaction it comes from."""
        application_id = str(self.world.application_id)
        data: Json = {"webhook_id": application_id, "application_id": application_id}
        if self.type is InteractionType.APPLICATION_COMMAND:
            data["interaction"] = {
                "id": str(self.id),
                "type": int(self.type),
                "name": self.name,
                "user": self.user.to_json(),
            }
        return {**data, "interaction_metadata": self._metadata()}

    def _metadata(self) -> Json:
        """The interaction in short; of a modal also the one that opened it."""
        metadata: Json = {
            "id": str(self.id),
            "type": int(self.type),
            "user": self.user.to_json(),
            "authorizing_integration_owners": self.owners(),
        }
        if self.type is InteractionType.APPLICATION_COMMAND:
            metadata |= {"name": self.name, "command_type": self.data.get("type", 1)}
        elif self.type is InteractionType.MESSAGE_COMPONENT and self.source is not None:
            metadata["interacted_message_id"] = str(self.source.id)
        elif self.trigger is not None:
            metadata["triggering_interaction_metadata"] = self.trigger._metadata()
        return metadata

    def owners(self) -> Json:
        """By whom the application was installed where this happened: the guild under 0, the person under 1."""
        guild, user = self.channel.guild, self.user
        owners: Json = {} if guild is not None and not guild.has_bot else {"0": str(guild.id) if guild else "0"}
        return {**owners, "1": str(user.id)} if getattr(user, "has_installed", False) else owners
