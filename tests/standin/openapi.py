"""Request bodies against Discord's official OpenAPI document, when that document is at hand."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from jsonschema.validators import extend

from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.exceptions import ValidationError

    from .faults import Json

PATH_VARIABLE = "FOOTNOTE_DISCORD_OPENAPI"
BESIDE_THE_REPOSITORY = Path(__file__).resolve().parents[3] / "shared" / "discord" / "openapi.json"
REFERENCE_PREFIX = "#/components/schemas/"
# Discord reads a snowflake from a JSON number as well, and discord.py sends numbers; the document
# says "string" only, which is what Discord itself sends.
SNOWFLAKE = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"}

DISCORD_CODES = {
    "maxLength": "BASE_TYPE_MAX_LENGTH",
    "minLength": "BASE_TYPE_MIN_LENGTH",
    "maxItems": "BASE_TYPE_BAD_LENGTH",
    "minItems": "BASE_TYPE_BAD_LENGTH",
    "required": "BASE_TYPE_REQUIRED",
    "enum": "BASE_TYPE_CHOICES",
    "oneOf": "BASE_TYPE_CHOICES",
    "anyOf": "UNION_TYPE_CHOICES",
    "maximum": "NUMBER_TYPE_MAX",
    "minimum": "NUMBER_TYPE_MIN",
    "type": "BASE_TYPE_BAD_TYPE",
    "pattern": "STRING_TYPE_REGEX",
    "uniqueItems": "SET_TYPE_ALREADY_CONTAINS_VALUE",
}


class OpenApi:
    """The document, with a validator for each route, built when first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        document: Json = json.loads(path.read_text(encoding="utf-8"))
        schemas = {**document["components"]["schemas"], "SnowflakeType": SNOWFLAKE}
        self._paths: Json = document["paths"]
        self._validator_class = extend(  # type: ignore[no-untyped-call]
            Draft202012Validator,
            {
                "$ref": lambda validator, ref, instance, _: validator.descend(
                    instance, schemas[ref.removeprefix(REFERENCE_PREFIX)]
                ),
                "oneOf": lambda validator, branches, instance, _: _union(validator, branches, instance, schemas),
                "anyOf": lambda validator, branches, instance, _: _union(validator, branches, instance, schemas),
            },
        )
        self._templates = [(_template_pattern(template), template) for template in self._paths]
        self._requests: dict[tuple[str, str], Draft202012Validator | None] = {}
        self._answers: dict[tuple[str, str, int], Draft202012Validator | None] = {}

    def template(self, path: str) -> str | None:
        """The route template a path belongs to; a literal segment goes before a parameter."""
        found = [template for pattern, template in self._templates if pattern.fullmatch(path)]
        return min(found, key=lambda template: template.count("{")) if found else None

    def check_request(self, method: str, path: str, body: Any) -> list[Fault]:
        template = self.template(path)
        if template is None:
            return []
        key = (method.lower(), template)
        if key not in self._requests:
            operation = self._paths[template].get(key[0], {})
            content = operation.get("requestBody", {}).get("content", {})
            self._requests[key] = self._build(content.get("application/json"))
        return self._faults(self._requests[key], body)

    def check_answer(self, method: str, path: str, status: int, body: Any) -> list[Fault]:
        """Whether the stand-in itself answers what Discord documents."""
        template = self.template(path)
        if template is None:
            return []
        key = (method.lower(), template, status)
        if key not in self._answers:
            responses = self._paths[template].get(key[0], {}).get("responses", {})
            content = responses.get(str(status), {}).get("content", {})
            self._answers[key] = self._build(content.get("application/json"))
        return self._faults(self._answers[key], body)

    def _build(self, media: Json | None) -> Draft202012Validator | None:
        return None if media is None else self._validator_class(media["schema"])

    @staticmethod
    def _faults(validator: Draft202012Validator | None, body: Any) -> list[Fault]:
        if validator is None:
            return []
        return [_fault(error) for error in validator.iter_errors(body)]


def _fault(error: ValidationError) -> Fault:
    code = DISCORD_CODES.get(str(error.validator), "BASE_TYPE_BAD_TYPE")
    text = error.message if len(error.message) <= 300 else f"…{error.message[-300:]}"
    return Fault(tuple(error.absolute_path), code, text, "openapi")


def _template_pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(template)))


def _union(validator: Any, branches: list[Json], instance: Any, schemas: Json) -> Iterator[ValidationError]:
    """One branch has to fit. Taking the branch by its ``type`` keeps the errors of the right one, and is quick."""
    if all("const" in branch for branch in branches):
        if instance not in [branch["const"] for branch in branches]:
            yield _no_branch(validator, branches, instance)
        return
    candidates = [branch for branch in branches if _may_fit(branch, instance, schemas)]
    if len(candidates) == 1:
        yield from validator.descend(instance, candidates[0])
        return
    failures: list[ValidationError] = []
    for branch in candidates:
        errors = list(validator.descend(instance, branch))
        if not errors:
            return
        failures.extend(errors)
    yield best_match(failures) or _no_branch(validator, branches, instance)


def _may_fit(branch: Json, instance: Any, schemas: Json) -> bool:
    if branch.get("type") == "null":
        return instance is None
    if "$ref" not in branch:
        return True
    schema = schemas[branch["$ref"].removeprefix(REFERENCE_PREFIX)]
    if isinstance(instance, dict):
        kinds = schema.get("properties", {}).get("type", {}).get("enum")
        return kinds is None or instance.get("type") in kinds
    return instance is not None or "null" in schema.get("type", "")


def _no_branch(validator: Any, branches: list[Json], instance: Any) -> ValidationError:
    from jsonschema.exceptions import ValidationError

    known = ", ".join(str(branch.get("const", branch.get("$ref", branch))) for branch in branches)
    shown = instance.get("type") if isinstance(instance, dict) else instance
    return ValidationError(
        f"{shown!r} is none of: {known.replace(REFERENCE_PREFIX, '')}",
        validator="oneOf",
        instance=instance,
        type_checker=validator.TYPE_CHECKER,
    )


@cache
def load() -> OpenApi | None:
    """The document of ``FOOTNOTE_DISCORD_OPENAPI``, else the one beside the repository, else none."""
    named = os.environ.get(PATH_VARIABLE)
    path = Path(named) if named else BESIDE_THE_REPOSITORY
    return OpenApi(path) if path.is_file() else None


ABSENT = (
    f"Discord's OpenAPI document is not at hand: set {PATH_VARIABLE}, "
    "or put it at ../shared/discord/openapi.json beside the repository"
)
