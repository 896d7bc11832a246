"""The shipped forms with their Word templates."""

import pytest

from make_report.form.load import load_form
from make_report.form.model import Form
from tests.conftest import TEMPLATES

FORMS = sorted(path.parent.name for path in TEMPLATES.glob("*/form.yaml"))


@pytest.fixture(scope="session", params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    return load_form(TEMPLATES / request.param)


@pytest.fixture(scope="session")
def template(form: Form) -> bytes:
    return (TEMPLATES / form.form_id / "report.docx").read_bytes()


@pytest.fixture(scope="session")
def template_2019() -> bytes:
    return (TEMPLATES / "zfxxgk-2019" / "report.docx").read_bytes()


@pytest.fixture(scope="session")
def template_2021() -> bytes:
    return (TEMPLATES / "zfxxgk-2021" / "report.docx").read_bytes()
