"""Discord's documented limits on request bodies; they hold with and without the OpenAPI document.

Lengths are Unicode code points, which is what ``len`` counts: Discord's API is written in Python 3 and
measures strings that way (its staff say so in discord-api-docs issue 1315), not in UTF-16 units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .component_limits import check_components, check_modal
from .faults import Fault
from .measures import count, length, required, url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import Json, Path

CONTENT = 2000
EMBEDS = 10
EMBEDS_TOTAL = 6000
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4096
EMBED_FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
FOOTER_TEXT = 2048
AUTHOR_NAME = 256
ATTACHMENTS = 10
NONCE = 25
CHOICES = 25
CHOICE_NAME = 100
CHOICE_VALUE = 100
LISTED_MENTIONS = 100

COMPONENTS_V2 = 1 << 15
UPDATE_MESSAGE = 7


def check_message(body: Json, path: Path = (), *, flags: int | None = None) -> list[Fault]:
    """A message to create or to edit; ``flags`` are those of the message that is edited."""
    own_flags = body.get("flags")
    effective = (own_flags if isinstance(own_flags, int) else 0) | (flags or 0)
    v2 = bool(effective & COMPONENTS_V2)
    faults = [
        *length((*path, "content"), body.get("content"), 0, CONTENT),
        *_check_embeds(body.get("embeds"), (*path, "embeds")),
        *check_components(body.get("components"), (*path, "components"), v2=v2),
        *count((*path, "attachments"), body.get("attachments"), 0, ATTACHMENTS),
        *length((*path, "nonce"), body.get("nonce"), 0, NONCE),
        *_check_allowed_mentions(body.get("allowed_mentions"), (*path, "allowed_mentions")),
    ]
    if v2:
        faults.extend(_check_legacy_fields(body, path))
    return faults


def _check_legacy_fields(body: Json, path: Path) -> Iterator[Fault]:
    for key in ("content", "embeds", "poll", "sticker_ids"):
        if body.get(key):
            yield Fault(
                (*path, key),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _check_embeds(embeds: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(embeds, list):
        return
    yield from count(path, embeds, 0, EMBEDS)
    total = 0
    for index, embed in enumerate(embeds):
        if isinstance(embed, dict):
            yield from _check_embed(embed, (*path, index))
            total += sum(len(text) for text in embed_texts(embed))
    if total > EMBEDS_TOTAL:
        yield Fault(path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBEDS_TOTAL}")


def _check_embed(embed: Json, path: Path) -> Iterator[Fault]:
    yield from length((*path, "title"), trimmed(embed.get("title")), 0, EMBED_TITLE)
    yield from length((*path, "description"), trimmed(embed.get("description")), 0, EMBED_DESCRIPTION)
    yield from url((*path, "url"), embed.get("url"))
    for part, key, most in (("footer", "text", FOOTER_TEXT), ("author", "name", AUTHOR_NAME)):
        section = embed.get(part)
        if isinstance(section, dict):
            yield from length((*path, part, key), trimmed(section.get(key)), 0, most)
            yield from url((*path, part, "icon_url"), section.get("icon_url"), ("http", "https", "attachment"))
            yield from url((*path, part, "url"), section.get("url"))
    for part in ("image", "thumbnail"):
        if isinstance(embed.get(part), dict):
            yield from url((*path, part, "url"), embed[part].get("url"), ("http", "https", "attachment"))
    fields = embed.get("fields")
    yield from count((*path, "fields"), fields, 0, EMBED_FIELDS)
    for index, field in enumerate(fields or []):
        if isinstance(field, dict):
            place = (*path, "fields", index)
            yield from length((*place, "name"), trimmed(field.get("name")), 1, FIELD_NAME)
            yield from length((*place, "value"), trimmed(field.get("value")), 1, FIELD_VALUE)


def trimmed(value: Any) -> Any:
    """Surrounding white space of an embed's texts is cut before it is measured, as documented."""
    return value.strip() if isinstance(value, str) else value


def embed_texts(embed: Json) -> list[str]:
    """The texts that count towards the total, in reading order."""
    fields = [field for field in embed.get("fields") or [] if isinstance(field, dict)]
    candidates = [
        (embed.get("author") or {}).get("name"),
        embed.get("title"),
        embed.get("description"),
        *(field.get(key) for field in fields for key in ("name", "value")),
        (embed.get("footer") or {}).get("text"),
    ]
    return [trimmed(text) for text in candidates if isinstance(text, str)]


def _check_allowed_mentions(allowed: Any, path: Path) -> Iterator[Fault]:
    if not isinstance(allowed, dict):
        return
    parse = allowed.get("parse") or []
    for key in ("users", "roles"):
        listed = allowed.get(key)
        yield from count((*path, key), listed, 0, LISTED_MENTIONS)
        if listed and key in parse:
            yield Fault(
                path,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{key}"] and {key}: [ids...] are mutually exclusive.',
            )


def check_autocomplete(data: Json, path: Path = ()) -> list[Fault]:
    choices = data.get("choices")
    place = (*path, "choices")
    faults = list(count(place, choices, 0, CHOICES))
    if isinstance(choices, list):
        for index, choice in enumerate(choices):
            if isinstance(choice, dict):
                faults.extend(_check_choice(choice, (*place, index)))
    return faults


def _check_choice(choice: Json, path: Path) -> Iterator[Fault]:
    yield from length((*path, "name"), choice.get("name"), 1, CHOICE_NAME)
    yield from length((*path, "value"), choice.get("value"), 0, CHOICE_VALUE)
    for key in ("name", "value"):
        yield from required((*path, key), choice.get(key))


def check_callback(body: Json, *, flags: int | None = None) -> list[Fault]:
    """The answer to an interaction, by its type; ``flags`` are those of the message it may update."""
    data, path = body.get("data") or {}, ("data",)
    if not isinstance(data, dict):
        return []
    kind = body.get("type")
    if kind in (4, 5, 6, 7):
        return check_message(data, path, flags=flags if kind == UPDATE_MESSAGE else None)
    if kind == 8:
        return check_autocomplete(data, path)
    if kind == 9:
        return check_modal(data, path)
    return [Fault(("type",), "BASE_TYPE_CHOICES", "Value must be one of {1, 4, 5, 6, 7, 8, 9, 12}.")]
