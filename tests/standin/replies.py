"""What a person got to see of the answer to something they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .interactions import ACKNOWLEDGE_WITHIN, CallbackType, Interaction
from .modals import Modal

if TYPE_CHECKING:
    from .components import Button
    from .messages import Message

DEFAULT_TIMEOUT = 15.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion of an autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """The answer to a command, a click, a choice, or a submitted modal."""

    interaction: Interaction

    @property
    def deferred(self) -> bool:
        return self.interaction.deferred

    @property
    def acknowledged_after(self) -> float:
        """Seconds until the application first answered; Discord gives it three."""
        if self.interaction.acknowledged_after is None:
            raise AssertionError(f"not acknowledged: {self.seen()}")
        return self.interaction.acknowledged_after

    @property
    def message(self) -> Message:
        """The message that shows the answer: a new one, the updated one, or else the first follow-up."""
        interaction = self.interaction
        own = interaction.original
        if interaction.callback is CallbackType.DEFERRED_UPDATE_MESSAGE and not (
            interaction.updated or interaction.source_changed
        ):
            own = None
        shown = [message for message in (own, *interaction.followups) if message is not None]
        present = [message for message in shown if not message.deleted]
        if not shown:
            raise AssertionError(f"no message answers this: {self.seen()}")
        return (present or shown)[0]

    @property
    def ephemeral(self) -> bool:
        return self.message.ephemeral

    @property
    def text(self) -> str:
        """The answer and all follow-ups, as one string."""
        messages = dict.fromkeys([self.message, *self.followups])
        return "\n".join(message.text for message in messages if not message.deleted)

    @property
    def buttons(self) -> list[Button]:
        return self.message.buttons

    @property
    def followups(self) -> list[Message]:
        return list(self.interaction.followups)

    @property
    def choices(self) -> list[Choice]:
        return [Choice(choice["name"], choice["value"]) for choice in self.interaction.choices]

    @property
    def modal(self) -> Modal:
        """The modal that opened; an AssertionError when none did."""
        if self.interaction.modal is None:
            raise AssertionError(f"no modal opened: {self.seen()}")
        return Modal(self.interaction.modal)

    async def done(self, timeout: float = DEFAULT_TIMEOUT) -> Reply:  # noqa: ASYNC109 -- a test reads better so
        """Wait until the answer is final; fail as the person would see it fail."""
        interaction, changes = self.interaction, self.interaction.world.changes
        within = min(timeout, ACKNOWLEDGE_WITHIN)
        if interaction.callback is None:
            await changes.until(
                lambda: interaction.callback, within, lambda: self._failure("was not acknowledged", within)
            )
        remaining = max(timeout - within, 0.1)
        await changes.until(
            lambda: interaction.settled or None, remaining, lambda: self._failure("did not come to an end", timeout)
        )
        return self

    async def followup(self, number: int = 0, timeout: float = DEFAULT_TIMEOUT) -> Message:  # noqa: ASYNC109
        """Wait for a further message, the first by default."""
        interaction = self.interaction
        return await interaction.world.changes.until(
            lambda: interaction.followups[number] if len(interaction.followups) > number else None,
            timeout,
            lambda: self._failure(f"brought no follow-up {number}", timeout),
        )

    def _failure(self, what: str, after: float) -> str:
        return f"{self.interaction.type.name} {self.interaction.name!r} {what} within {after:g} s; seen: {self.seen()}"

    def seen(self) -> str:
        """What there is so far, for a failing test to say."""
        interaction = self.interaction
        state = "nothing" if interaction.callback is None else interaction.callback.name
        parts = [state, *(str(message) for message in (interaction.original, *interaction.followups) if message)]
        if interaction.modal is not None:
            parts.append(f"modal {interaction.modal.get('title')!r}")
        refused = interaction.world.last_refusals()
        if refused:
            parts.append(f"last refused requests: {refused}")
        return "; ".join(parts)

    def __str__(self) -> str:
        return self.seen()
