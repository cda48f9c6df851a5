"""What Discord says when it refuses: the error body, and the tree of errors of an invalid form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Json = dict[str, Any]
Path = tuple[str | int, ...]
Source = Literal["limits", "openapi", "protocol"]

INVALID_FORM_BODY = 50035


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request body, at one place in it."""

    path: Path
    code: str
    message: str
    source: Source = "limits"

    @property
    def where(self) -> str:
        return ".".join(str(part) for part in self.path) or "(body)"


@dataclass(frozen=True, slots=True)
class Violation:
    """A fault with the request it came in."""

    method: str
    path: str
    fault: Fault

    def __str__(self) -> str:
        fault = self.fault
        return f"{self.method} {self.path}: {fault.where}: {fault.message} [{fault.code}, {fault.source}]"


class Refusal(Exception):  # noqa: N818 -- Discord's answer, not a defect of the stand-in
    """An answer that is an error; raised by whatever finds the reason, sent by the server."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} (code {code}): {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    @property
    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


def tree(faults: Iterable[Fault]) -> Json:
    """Nest the faults as Discord does: a key for each step, ``_errors`` at the place itself."""
    root: Json = {}
    for fault in faults:
        node = root
        for part in fault.path:
            node = node.setdefault(str(part), {})
        node.setdefault("_errors", []).append({"code": fault.code, "message": fault.message})
    return root


def invalid_form(faults: Sequence[Fault]) -> Refusal:
    return Refusal(400, INVALID_FORM_BODY, "Invalid Form Body", tree(faults))


def unauthorized() -> Refusal:
    return Refusal(401, 0, "401: Unauthorized")


def not_found() -> Refusal:
    return Refusal(404, 0, "404: Not Found")


def method_not_allowed() -> Refusal:
    return Refusal(405, 0, "405: Method Not Allowed")


def unknown_channel() -> Refusal:
    return Refusal(404, 10003, "Unknown Channel")


def unknown_guild() -> Refusal:
    return Refusal(404, 10004, "Unknown Guild")


def unknown_member() -> Refusal:
    return Refusal(404, 10007, "Unknown Member")


def unknown_message() -> Refusal:
    return Refusal(404, 10008, "Unknown Message")


def unknown_user() -> Refusal:
    return Refusal(404, 10013, "Unknown User")


def unknown_webhook() -> Refusal:
    return Refusal(404, 10015, "Unknown Webhook")


def unknown_interaction() -> Refusal:
    return Refusal(404, 10062, "Unknown interaction")


def unknown_command() -> Refusal:
    return Refusal(404, 10063, "Unknown application command")


def already_acknowledged() -> Refusal:
    return Refusal(400, 40060, "Interaction has already been acknowledged.")


def too_many_follow_ups() -> Refusal:
    return Refusal(400, 40094, "This interaction has reached the maximum number of follow up messages.")


def missing_access() -> Refusal:
    return Refusal(403, 50001, "Missing Access")


def another_authors_message() -> Refusal:
    return Refusal(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> Refusal:
    return Refusal(400, 50006, "Cannot send an empty message")


def cannot_message_user() -> Refusal:
    return Refusal(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> Refusal:
    return Refusal(403, 50013, "Missing Permissions")


def invalid_webhook_token() -> Refusal:
    return Refusal(401, 50027, "Invalid Webhook Token")


def invalid_json() -> Refusal:
    return Refusal(400, 50109, "The request body contains invalid JSON.")


def thread_exists() -> Refusal:
    return Refusal(400, 160004, "A thread has already been created for this message")


def no_history_for_reply() -> Refusal:
    return Refusal(400, 160002, "Cannot reply without permission to read message history")
