"""Every kind of component, as the genuine discord.py makes it, is drawn; what is not known is an error."""

from typing import Any

import discord
import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from tests.screens import components as drawing
from tests.screens.components import UnknownComponentError, component
from tests.screens.modal import choices, modal
from tests.screens.parsed import found, parsed, words
from tests.screens.surroundings import Surroundings

PNG = b"\x89PNG\r\n\x1a\n"
AROUND = Surroundings(
    users={"1": "Alice"},
    channels={"3": "research"},
    files={"attachment://graph.png": PNG, "attachment://all.txt": b"x"},
)
MEDIA = "attachment://graph.png"
TAKEN = discord.SelectOption(label="Two", default=True)


class Everything(ui.LayoutView):
    """All that a message may hold."""

    def __init__(self) -> None:
        super().__init__()
        row: ui.ActionRow[Any] = ui.ActionRow()
        for style in (*list(discord.ButtonStyle)[:4],):
            row.add_item(ui.Button(label=style.name, style=style, disabled=style is discord.ButtonStyle.danger))
        row.add_item(ui.Button(label="Open", url="https://elva.example", emoji="📄"))
        selects: list[ui.Item[Any]] = [
            ui.Select(placeholder="More passages", options=[discord.SelectOption(label="One")]),
            ui.Select(options=[TAKEN, discord.SelectOption(label="Three")], max_values=2),
            ui.UserSelect(default_values=[discord.SelectDefaultValue(id=1, type=discord.SelectDefaultValueType.user)]),
            ui.RoleSelect(placeholder="Who may ask"),
            ui.MentionableSelect(placeholder="Anybody"),
            ui.ChannelSelect(
                default_values=[discord.SelectDefaultValue(id=3, type=discord.SelectDefaultValueType.channel)]
            ),
        ]
        container: ui.Container[Any] = ui.Container(
            ui.TextDisplay("### The *fire*"),
            ui.Separator(spacing=discord.SeparatorSpacing.large),
            ui.Separator(visible=False),
            ui.Section("“It burned.”", accessory=ui.Button(label="In context")),
            ui.Section("With a picture", accessory=ui.Thumbnail(MEDIA, description="The quay")),
            ui.MediaGallery(
                discord.MediaGalleryItem(MEDIA, description="A timeline"), discord.MediaGalleryItem(MEDIA, spoiler=True)
            ),
            ui.File("attachment://all.txt"),
            row,
            accent_color=0x3BA55C,
        )
        self.add_item(container)
        for select in selects:
            self.add_item(ui.ActionRow(select))


class Form(ui.Modal, title="Ask a follow-up"):
    """All that a modal may hold."""

    words: ui.Label[Any] = ui.Label(
        text="Question", description="In your own words", component=ui.TextInput(style=discord.TextStyle.paragraph)
    )
    kind: ui.Label[Any] = ui.Label(
        text="Kind", component=ui.RadioGroup(options=[discord.RadioGroupOption(label="Short", default=True)])
    )
    several: ui.Label[Any] = ui.Label(
        text="Sources", component=ui.CheckboxGroup(options=[discord.CheckboxGroupOption(label="Press")])
    )
    private: ui.Label[Any] = ui.Label(text="Only for me", component=ui.Checkbox(default=True))
    file: ui.Label[Any] = ui.Label(text="Document", component=ui.FileUpload(required=False))


def _components(view: ui.LayoutView) -> list[dict[str, Any]]:
    return view.to_components()  # type: ignore[no-untyped-call, no-any-return]


def test_all_that_a_message_may_hold() -> None:
    page = parsed(*(component(one, AROUND) for one in _components(Everything())))
    [container] = found(page, "container")
    assert container.get("style") == "--accent: #3ba55c"
    assert words(container, "h3") == ["The fire"]
    assert words(container, "section") == ["“It burned.”In context", "With a picture"]
    styles = [one.get("class") for one in found(found(container, "row")[0], "button")]
    assert styles == [f"button {name}" for name in ("primary", "secondary", "success", "danger disabled", "link")]
    assert words(container, "link") == ["📄Open"]
    assert [one.get("class") for one in found(page, "separator")] == ["separator large divider", "separator small"]
    assert [one.get("alt") for one in found(page, "img")] == ["The quay", "A timeline", ""]
    assert {one.get("src") for one in found(page, "img")} == {"data:image/png;base64,iVBORw0KGgo="}
    assert words(page, "covered") == ["SPOILER"]
    assert words(page, "file-card") == ["all.txt1 bytes"]
    assert words(page, "select") == ["More passages", "Two", "Alice", "Who may ask", "Anybody", "research"]


def test_all_that_a_modal_may_hold() -> None:
    page = parsed(modal(Form().to_dict(), AROUND))
    assert words(page, "modal-title") == ["Ask a follow-up"]
    assert words(page, "label") == ["Question *", "Kind *", "Sources *", "Only for me", "Document"]
    marks = [one.get("class") for one in found(page, "mark")]
    assert marks == ["mark radio checked", "mark box", "mark box checked"]


def test_each_type_that_discord_py_knows_is_drawn() -> None:
    assert {kind.value for kind in discord.ComponentType} <= set(drawing._DRAWN)


@pytest.mark.parametrize("unknown", [{"type": 99}, {"type": 2, "style": 6, "sku_id": "1"}, {"type": 16}])
def test_what_is_not_known_is_an_error(unknown: dict[str, Any]) -> None:
    with pytest.raises(UnknownComponentError, match="no picture of"):
        component({"type": 1, "components": [unknown]}, AROUND)


def test_an_attachment_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="lost"):
        component({"type": 12, "items": [{"media": {"url": "attachment://lost.png"}}]}, AROUND)


def test_a_picture_elsewhere_is_not_fetched() -> None:
    given = {"type": 11, "media": {"url": "https://elva.example/quay.png"}, "description": "The quay"}
    page = parsed(component(given, AROUND))
    assert not found(page, "img")
    assert words(page, "elsewhere") == ["The quay"]


@given(st.text(min_size=1) | st.sampled_from(["<script>", "</div>", "\"'><img src=x onerror=alert(1)>", "&lt;"]))
def test_a_text_stays_text_wherever_it_stands(text: str) -> None:
    option = {"label": text, "value": "v", "description": text, "default": True}
    everywhere: list[dict[str, Any]] = [
        {"type": 2, "style": 2, "label": text, "emoji": {"name": text}},
        {"type": 3, "options": [option]},
        {"type": 3, "options": [], "placeholder": text},
        {"type": 4, "style": 1, "label": text, "value": text},
        {"type": 10, "content": text},
        {"type": 11, "media": {"url": text}, "description": text},
        {"type": 11, "media": {"url": MEDIA}, "description": text},
        {"type": 13, "file": {"url": MEDIA}, "name": text},
        {"type": 18, "label": text, "description": text, "component": {"type": 21, "options": [option]}},
    ]
    drawn = [component(one, AROUND) for one in everywhere]
    page = parsed(*drawn, choices(text, text, [text]))
    assert not found(page, "script")
    assert [one.getparent().get("class") for one in found(page, "img")] == ["thumbnail"]
    assert not any(one.get("onerror") for one in page.iter())
