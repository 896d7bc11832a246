"""The published schemas are made from what they describe, and fit what they are for."""

import json
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from ruamel.yaml import YAML

from make_report.form.model import Form
from make_report.schema import data_schema, form_schema, rules_schema
from tests.conftest import REPOSITORY, TEMPLATES

DOCS = REPOSITORY / "docs"
FORMS = sorted(path.parent.name for path in TEMPLATES.glob("*/form.yaml"))


def as_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def faults(schema: dict[str, Any], instance: object) -> list[str]:
    """Return what a schema has against a document."""
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = cast("Any", jsonschema.Draft202012Validator(schema))
    return [str(error.message) for error in validator.iter_errors(instance)]


def from_yaml(source: str | Path) -> Any:  # noqa: ANN401 - a document of any shape
    return cast("Any", YAML(typ="safe")).load(source)


def test_the_schema_of_the_language_is_current() -> None:
    assert (DOCS / "form.schema.json").read_text("utf-8") == as_text(form_schema()), "make-report forms schema"


def test_the_schemas_of_data_are_current(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        path = DOCS / "data" / f"{form.form_id}.schema.json"
        assert path.read_text("utf-8") == as_text(data_schema(form)), f"make-report forms schema {form.form_id}"


def test_the_schema_of_shared_rules_is_current_and_fits_them() -> None:
    assert (DOCS / "rules.schema.json").read_text("utf-8") == as_text(rules_schema()), (
        "make-report forms schema --rules"
    )
    paths = sorted((TEMPLATES / "common").glob("*.yaml"))
    assert paths
    for path in paths:
        assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../docs/rules.schema.json\n"), (
            path
        )
        assert not faults(rules_schema(), from_yaml(path)), path


@pytest.mark.parametrize("name", FORMS)
def test_each_form_fits_the_schema_of_the_language(name: str) -> None:
    assert not faults(form_schema(), from_yaml(TEMPLATES / name / "form.yaml"))


def test_the_example_in_the_guide_fits_the_schema() -> None:
    guide = (DOCS / "forms.md").read_text("utf-8")
    example = guide.split("```yaml\n")[1].split("```")[0]
    assert not faults(form_schema(), from_yaml(example))


def test_the_schema_refuses_what_the_loader_refuses() -> None:
    declared = from_yaml(TEMPLATES / "zfxxgk-2021" / "form.yaml")
    declared["sections"][0]["headding"] = "x"
    declared["rules"][0]["rule"] = "unheard_of"
    assert len(faults(form_schema(), declared)) == 2


def test_data_of_the_examples_fits_the_schema_of_its_form(form_2019: Form, form_2021: Form) -> None:
    forms = {form.form_id: form for form in (form_2019, form_2021)}
    paths = sorted((REPOSITORY / "input_examples").glob("*.json"))
    assert len(paths) >= 5
    for path in paths:
        data = json.loads(path.read_text("utf-8"))
        assert not faults(data_schema(forms[data["form"]]), data), path
