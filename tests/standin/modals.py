"""Modals: what they ask, and filling them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .components import SELECTS, ComponentType, walk

if TYPE_CHECKING:
    from .faults import Json


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in."""

    custom_id: str
    label: str
    type: ComponentType
    value: str | None
    required: bool
    min_length: int
    max_length: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modal:
    data: Json

    @property
    def title(self) -> str:
        return str(self.data["title"])

    @property
    def custom_id(self) -> str:
        return str(self.data["custom_id"])

    @property
    def fields(self) -> list[Field]:
        """In order; a field in a label takes the label's text for its own."""
        found, label = [], ""
        for _, component in walk(self.data["components"]):
            if component["type"] == ComponentType.LABEL:
                label = component["label"]
            elif component["type"] == ComponentType.TEXT_INPUT or component["type"] in SELECTS:
                found.append(_field(component, component.get("label") or label))
        return found

    def fill_in(self, values: dict[str, str | list[str]]) -> Json:
        """The data of the submission: what the person typed, else what stood there; by custom id or label."""
        answers: dict[str, str | list[str]] = {}
        names = {name for field in self.fields for name in (field.custom_id, field.label)}
        if unknown := values.keys() - names:
            raise AssertionError(f"the modal {self.title!r} has no field {sorted(unknown)}; it has {sorted(names)}")
        for field in self.fields:
            given = values.get(field.custom_id, values.get(field.label))
            answers[field.custom_id] = _checked(field, given)
        components = [_submitted(component, answers) for component in self.data["components"]]
        return {"custom_id": self.custom_id, "components": components}


def _field(component: Json, label: str) -> Field:
    most = component.get("max_length")
    return Field(
        custom_id=component["custom_id"],
        label=label,
        type=ComponentType(component["type"]),
        value=component.get("value"),
        required=component.get("required") is not False,
        min_length=component.get("min_length") or 0,
        max_length=4000 if most is None else most,
        options=tuple(option["value"] for option in component.get("options") or []),
    )


def _checked(field: Field, given: str | list[str] | None) -> str | list[str]:
    """The client sends nothing that the field does not take."""
    if field.type is not ComponentType.TEXT_INPUT:
        chosen = [given] if isinstance(given, str) else list(given or [])
        if wrong := [value for value in chosen if field.options and value not in field.options]:
            raise AssertionError(f"the field {field.label!r} offers {field.options}, not {wrong}")
        return chosen
    text = str(given if given is not None else field.value or "")
    if field.required and not text:
        raise AssertionError(f"the field {field.label!r} has to be filled in")
    if text and not field.min_length <= len(text) <= field.max_length:
        raise AssertionError(f"the field {field.label!r} takes {field.min_length} to {field.max_length} characters")
    return text


def _submitted(component: Json, answers: dict[str, Any]) -> Json:
    kind = component["type"]
    data: Json = {"type": kind, "id": component.get("id") or 0}
    if kind == ComponentType.ACTION_ROW:
        return {**data, "components": [_submitted(child, answers) for child in component["components"]]}
    if kind == ComponentType.LABEL:
        return {**data, "component": _submitted(component["component"], answers)}
    if "custom_id" in component:
        key = "value" if kind == ComponentType.TEXT_INPUT else "values"
        return {**data, "custom_id": component["custom_id"], key: answers[component["custom_id"]]}
    return data
