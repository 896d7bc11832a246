"""JSON Schemas made from what they describe: the language of form.yaml, the data of each form, and findings."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, cast, get_args, get_origin

from make_report.data import FORM_KEY, WAIVERS_KEY
from make_report.form.field import Field, Kind
from make_report.form.model import Form, SharedRules, Waivers
from make_report.form.structure import discriminator, hints_of, key_of, variants
from make_report.record import Record, attributes_of, is_kind_of_record
from make_report.show.batch import BatchData
from make_report.show.data import FindingsData

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[object, str] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    float: "number",
    Decimal: "number",
    NoneType: "null",
}


def form_schema() -> dict[str, Any]:
    """Return the JSON Schema of form.yaml, by which editors complete and check it."""
    return _document_schema(Form, "form.yaml of make-report")


def rules_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of rules that forms share (`rules_from`)."""
    return _document_schema(SharedRules, "Rules that forms of make-report share")


def _document_schema(cls: type[Record], title: str) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    root = _class_schema(cls, definitions)
    return {"$schema": _DIALECT, "title": title, **root, "$defs": dict(sorted(definitions.items()))}


def batch_schema() -> dict[str, Any]:
    """Return the JSON Schema of what `make-report FOLDER --format json` and `check FOLDER --format json` give."""
    return _document_schema(BatchData, "What became of many workbooks, by make-report")


def findings_schema() -> dict[str, Any]:
    """Return the JSON Schema of `make-report check --format json`."""
    definitions: dict[str, Any] = {}
    root = _class_schema(FindingsData, definitions)
    return {"$schema": _DIALECT, "title": "Findings of make-report", **root, "$defs": dict(sorted(definitions.items()))}


def _class_schema(cls: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = hints_of(cls)
    declared = attributes_of(cls)
    properties = {
        key_of(field.name): {
            **_type_schema(_stated(hints[field.name], field), definitions, field.metadata["pattern"]),
            "description": field.metadata["doc"],
        }
        for field in declared
    }
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n", maxsplit=1)[0] + _filled_in(cls),
        "properties": properties,
        "required": [key_of(field.name) for field in declared if field.required],
        "additionalProperties": False,
    }


def _stated(hint: Any, declared: Any) -> Any:  # noqa: ANN401 - a type annotation and a field
    """Return the type of what stands in the document: a key with a default is left out, never null."""
    optional = NoneType in get_args(hint) and not declared.required
    return next(argument for argument in get_args(hint) if argument is not NoneType) if optional else hint


def _filled_in(cls: type) -> str:
    """Return which operands a kind of rule fills in in its sentences."""
    operands: object = getattr(cls, "operands", None)
    if not isinstance(operands, tuple):
        return ""
    return (
        " Filled in in its sentences: "
        + ", ".join(f"{{{name}}}" for name in (*cast("tuple[str, ...]", operands), "cell"))
        + "."
    )


def _reference(cls: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _class_schema(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _type_schema(hint: object, definitions: dict[str, Any], pattern: str) -> dict[str, Any]:
    if isinstance(hint, UnionType) and all(is_kind_of_record(argument) for argument in get_args(hint)):
        return {"oneOf": [_reference(rule, definitions) for rule in sorted(variants(hint), key=discriminator)]}
    if isinstance(hint, UnionType):
        return _union_schema(get_args(hint), definitions)
    if is_kind_of_record(hint):
        return _reference(hint, definitions)
    return _composed_schema(hint, definitions, pattern)


def _union_schema(arguments: Sequence[object], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a value of one of several kinds; every whole number is a number."""
    schemas = [_type_schema(argument, definitions, "") for argument in arguments]
    kinds = dict.fromkeys(schema["type"] for schema in schemas)
    if "number" in kinds:
        kinds.pop("integer", None)
    merged = {key: value for schema in schemas for key, value in schema.items()}
    return {**merged, "type": list(kinds) if len(kinds) > 1 else next(iter(kinds))}


def _composed_schema(hint: Any, definitions: dict[str, Any], pattern: str) -> dict[str, Any]:  # noqa: ANN401 - a type annotation
    origin = get_origin(hint)
    if origin is tuple:
        return {"type": "array", "items": _type_schema(get_args(hint)[0], definitions, pattern)}
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _type_schema(get_args(hint)[1], definitions, "")}
    return {"type": _SCALARS[hint]} | ({"pattern": pattern} if pattern else {})


def data_schema(form: Form) -> dict[str, Any]:
    """Return the JSON Schema of a form's data, as `make-report data` writes and `make-report new --data` reads it."""
    schema: dict[str, Any] = {
        "$schema": _DIALECT,
        "title": form.name,
        "type": "object",
        "properties": {FORM_KEY: {"const": form.form_id}},
        "additionalProperties": False,
    }
    for field in form.fields.values():
        *groups, name = field.id.split(".")
        target = schema
        for group in groups:
            target = target["properties"].setdefault(
                group, {"type": "object", "properties": {}, "additionalProperties": False}
            )
        target["properties"][name] = _field_schema(field)
    if form.waivers:
        schema["properties"][WAIVERS_KEY] = _waivers_schema(form.waivers)
    return schema


def _waivers_schema(declared: Waivers) -> dict[str, Any]:
    text = {"type": "string"}
    row = {"code": text, "place": text, "year": {"type": ["integer", "null"]}, "reason": text}
    items = {"type": "object", "properties": row, "additionalProperties": False}
    return {"type": "array", "items": items, "description": declared.heading}


def _field_schema(field: Field) -> dict[str, Any]:
    kinds: dict[Kind, dict[str, Any]] = {
        Kind.NUMBER: {"type": ["number", "string", "null"]},
        Kind.TEXT: {"type": ["string", "null"]},
        Kind.PARAGRAPHS: {"type": ["array", "string", "null"], "items": {"type": "string"}},
        Kind.DATE: {"type": ["string", "null"], "format": "date"},
        Kind.YEAR: {"type": ["integer", "string", "null"]},
        Kind.CHOICE: {"enum": [*(choice.id for choice in field.choices), None]},
    }
    described = {"description": field.label} if field.label else {}
    unit = {"x-unit": field.type.unit} if field.type and field.type.unit else {}
    return kinds[field.kind] | described | unit
