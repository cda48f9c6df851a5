"""Every limit just at its number and just over it, and every rule broken once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .command_limits import check_commands, command_size
from .component_limits import check_modal
from .limits import check_autocomplete, check_callback, check_message

if TYPE_CHECKING:
    from collections.abc import Callable


def button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "b", "custom_id": "c", **more}


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def rows(*children: dict[str, Any]) -> dict[str, Any]:
    return {"content": "x", "components": [row(*children)]}


def embed(**parts: Any) -> dict[str, Any]:
    return {"embeds": [{"description": "d", **parts}]}


def select(**more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": "c", "options": [{"label": "l", "value": "v"}], **more}


def second_version(*components: dict[str, Any]) -> dict[str, Any]:
    return {"flags": 1 << 15, "components": list(components)}


def text(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def command(**more: Any) -> list[dict[str, Any]]:
    return [{"name": "ask", "description": "d", **more}]


def option(**more: Any) -> dict[str, Any]:
    return {"type": 3, "name": "o", "description": "d", **more}


def modal(**more: Any) -> dict[str, Any]:
    field = {"type": 4, "custom_id": "f", "style": 1, "label": "l"}
    return {"custom_id": "m", "title": "t", "components": [row(field)], **more}


def large_command(size: int) -> list[dict[str, Any]]:
    """Exactly so large, mostly by its choices."""
    full = {"name": "n" * 100, "value": "v" * 100}
    options = [option(name="a", choices=[full] * 25), option(name="b", choices=[full] * 10)]
    rest = size - command_size(command(options=options)[0]) - len("c" + "d")
    texts = ["n" * 100] * (rest // 100) + ["n" * (rest % 100)]
    return command(options=[*options, option(name="c", choices=[{"name": part, "value": ""} for part in texts])])


AT_MOST: list[tuple[str, Callable[[Any], list[Any]], Callable[[int], Any], int]] = [
    ("content", check_message, lambda n: {"content": "x" * n}, 2000),
    ("content in code points", check_message, lambda n: {"content": "\U0001f600" * n}, 2000),
    ("embeds", check_message, lambda n: {"embeds": [{"title": "t"}] * n}, 10),
    (
        "embeds together",
        check_message,
        lambda n: {"embeds": [{"description": "x" * k} for k in (3000, n - 3000)]},
        6000,
    ),
    ("title", check_message, lambda n: embed(title="x" * n), 256),
    ("description", check_message, lambda n: embed(description="x" * n), 4096),
    ("fields", check_message, lambda n: embed(fields=[{"name": "n", "value": "v"}] * n), 25),
    ("field name", check_message, lambda n: embed(fields=[{"name": "n" * n, "value": "v"}]), 256),
    ("field value", check_message, lambda n: embed(fields=[{"name": "n", "value": "v" * n}]), 1024),
    ("footer", check_message, lambda n: embed(footer={"text": "x" * n}), 2048),
    ("author", check_message, lambda n: embed(author={"name": "x" * n}), 256),
    ("rows", check_message, lambda n: {"components": [row(button(custom_id=f"c{k}")) for k in range(n)]}, 5),
    ("buttons", check_message, lambda n: rows(*(button(custom_id=f"c{k}") for k in range(n))), 5),
    ("label", check_message, lambda n: rows(button(label="x" * n)), 80),
    ("custom id", check_message, lambda n: rows(button(custom_id="x" * n)), 100),
    ("options", check_message, lambda n: rows(select(options=[{"label": "l", "value": f"{k}"} for k in range(n)])), 25),
    ("option label", check_message, lambda n: rows(select(options=[{"label": "l" * n, "value": "v"}])), 100),
    ("placeholder", check_message, lambda n: rows(select(placeholder="x" * n)), 150),
    ("components v2", check_message, lambda n: second_version(*[text("t")] * n), 40),
    ("nested v2", check_message, lambda n: second_version({"type": 17, "components": [text("t")] * (n - 1)}), 40),
    ("text v2", check_message, lambda n: second_version(text("x" * 3000), text("x" * (n - 3000))), 4000),
    ("listed mentions", check_message, lambda n: {"allowed_mentions": {"users": list(range(1, n + 1))}}, 100),
    ("modal title", check_modal, lambda n: modal(title="t" * n), 45),
    ("modal id", check_modal, lambda n: modal(custom_id="t" * n), 100),
    (
        "modal rows",
        check_modal,
        lambda n: modal(components=[row({"type": 4, "custom_id": f"{k}", "label": "l"}) for k in range(n)]),
        5,
    ),
    ("choices", check_autocomplete, lambda n: {"choices": [{"name": "n", "value": "v"}] * n}, 25),
    ("choice name", check_autocomplete, lambda n: {"choices": [{"name": "n" * n, "value": "v"}]}, 100),
    ("choice value", check_autocomplete, lambda n: {"choices": [{"name": "n", "value": "v" * n}]}, 100),
    ("command name", check_commands, lambda n: command(name="n" * n), 32),
    ("command description", check_commands, lambda n: command(description="d" * n), 100),
    ("command options", check_commands, lambda n: command(options=[option(name=f"o{k}") for k in range(n)]), 25),
    ("command size", check_commands, large_command, 8000),
    ("commands", check_commands, lambda n: [{"name": f"c{k}", "description": "d"} for k in range(n)], 100),
    ("message menus", check_commands, lambda n: [{"name": f"C {k}", "type": 3} for k in range(n)], 15),
]


@pytest.mark.parametrize(("check", "build", "most"), [entry[1:] for entry in AT_MOST], ids=[e[0] for e in AT_MOST])
def test_limit_holds_at_its_number(check: Callable[[Any], list[Any]], build: Callable[[int], Any], most: int) -> None:
    assert check(build(most)) == []
    assert check(build(most + 1)) != []


WRONG: list[tuple[str, Callable[[Any], list[Any]], Any, str]] = [
    ("same custom id", check_message, rows(button(), button()), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ("no custom id", check_message, rows(button(custom_id=None)), "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"),
    ("empty custom id", check_message, rows(button(custom_id="")), "BASE_TYPE_REQUIRED"),
    (
        "link with custom id",
        check_message,
        rows(button(style=5, url="https://example.org")),
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ),
    ("link without url", check_message, rows(button(style=5, custom_id=None)), "BUTTON_COMPONENT_URL_REQUIRED"),
    ("nothing on it", check_message, rows(button(label="")), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"),
    ("button outside a row", check_message, {"components": [button()]}, "UNION_TYPE_CHOICES"),
    ("text outside v2", check_message, {"components": [text("t")]}, "UNION_TYPE_CHOICES"),
    ("select and button", check_message, rows(select(), button(custom_id="d")), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    ("empty field", check_message, embed(fields=[{"name": " ", "value": "v"}]), "BASE_TYPE_REQUIRED"),
    ("file url", check_message, embed(url="file:///etc/passwd"), "URL_TYPE_INVALID_SCHEME"),
    ("url with a space", check_message, embed(url="https://example.org/a b"), "URL_TYPE_INVALID_URL"),
    (
        "content in v2",
        check_message,
        {**second_version(text("t")), "content": "x"},
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    (
        "parse and list",
        check_message,
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    ("long callback", check_callback, {"type": 4, "data": {"content": "x" * 2001}}, "BASE_TYPE_MAX_LENGTH"),
    (
        "long choice",
        check_callback,
        {"type": 8, "data": {"choices": [{"name": "", "value": "v"}]}},
        "BASE_TYPE_REQUIRED",
    ),
    ("no such callback", check_callback, {"type": 3}, "BASE_TYPE_CHOICES"),
    ("capital letters", check_commands, command(name="Ask"), "APPLICATION_COMMAND_INVALID_NAME"),
    ("white space in a name", check_commands, command(name="a b"), "APPLICATION_COMMAND_INVALID_NAME"),
    ("no description", check_commands, command(description=""), "BASE_TYPE_REQUIRED"),
    (
        "required last",
        check_commands,
        command(options=[option(), option(name="p", required=True)]),
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    ("same name", check_commands, command() * 2, "APPLICATION_COMMANDS_DUPLICATE_NAME"),
    (
        "described menu",
        check_commands,
        command(type=3),
        "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
    ),
]


@pytest.mark.parametrize(("check", "body", "code"), [entry[1:] for entry in WRONG], ids=[e[0] for e in WRONG])
def test_rule_is_enforced(check: Callable[[Any], list[Any]], body: Any, code: str) -> None:
    assert code in [fault.code for fault in check(body)]


def test_names_may_be_in_any_script() -> None:
    for name in ("frage", "спросить", "質問", "सवाल", "ถาม", "où-est_l'x"):
        assert check_commands(command(name=name)) == []
