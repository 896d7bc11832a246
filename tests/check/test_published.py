"""Figures of published reports: the arithmetic errors in them are found at their cells, and nothing else is.

The figures are facts from the units' websites; what is not given is 0. All totals were printed, so all are typed here.
"""

from collections.abc import Mapping

from make_report.check import check_filing
from make_report.finding import Severity
from make_report.form.field import Kind
from make_report.form.model import Form
from tests.filings import Given, cell, filing, judged

HONGZE_2023 = {
    "received": (21,),
    "partly_granted": (4,),
    "refused.state_secret": (1,),
    "refused.process_information": (1,),
    "refused.enforcement_files": (1,),
    "unavailable.not_held": (10,),
    "unavailable.must_be_created": (3,),
    "not_processed.petition_or_complaint": (1,),
    "concluded": (21,),
}
PINGTAN_2022 = {
    "received": (71, 3),
    "carried_in": (1,),
    "granted": (21,),
    "partly_granted": (8, 1),
    "refused.internal_affairs": (1,),
    "refused.process_information": (2,),
    "refused.enforcement_files": (1,),
    "unavailable.not_held": (37,),
    "otherwise.correction_overdue": (2,),
    "otherwise.other": (0, 2),
    "concluded": (72, 3),
}
PINGTAN_2023 = {
    "received": (80, 1),
    "granted": (22,),
    "partly_granted": (19, 1),
    "refused.third_party_rights": (1,),
    "refused.process_information": (1,),
    "refused.enforcement_files": (1,),
    "refused.administrative_inquiry": (2,),
    "unavailable.not_held": (31,),
    "not_processed.repeated": (1,),
    "otherwise.correction_overdue": (1,),
    "otherwise.other": (1,),
    "concluded": (80, 1),
}


def requests(form: Form, rows: Mapping[str, tuple[int, ...]]) -> dict[str, Given]:
    """Return the whole table: figures of the first columns, the others 0, and each row's total."""
    columns = [field.column for field in form.fields.values() if field.section == "requests" and field.row == "granted"]
    cells: dict[str, Given] = {}
    for row in dict.fromkeys(
        field.row for field in form.fields.values() if field.section == "requests" and field.kind is Kind.NUMBER
    ):
        figures = rows.get(row, ())
        cells |= {f"requests.{row}.{column}": 0 for column in columns}
        cells |= {f"requests.{row}.{column}": figure for column, figure in zip(columns, figures, strict=False)}
        cells[f"requests.{row}.total"] = sum(figures)
    return cells


def disputes(form: Form, *figures: int) -> dict[str, Given]:
    """Return the whole table of fifteen figures from left to right."""
    fields = [name for name, field in form.fields.items() if field.section == "disputes" and field.kind is Kind.NUMBER]
    return dict(zip(fields, figures, strict=True))


def test_hongze_2023_printed_two_totals_of_cases_as_0(form_2021: Form) -> None:
    given = {
        "year": 2023,
        "disclosure.normative_documents.repealed": 5,
        "disclosure.normative_documents.in_force": 5,
        "disclosure.administrative_fees.amount": "7730.28",
        **requests(form_2021, HONGZE_2023),
        **disputes(form_2021, 10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0),
    }
    assert judged(form_2021, given) == [
        ("A04", cell(form_2021, "disputes.reconsideration.total")),
        ("A06", cell(form_2021, "disputes.litigation_after_reconsideration.total")),
    ]


def test_pingtan_2022_and_2023_add_up(form_2021: Form) -> None:
    for year, documents, rows, cases in (
        (2022, (88, 55, 698), PINGTAN_2022, (0, 1, 1, 0, 2, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0)),
        (2023, (77, 132, 470), PINGTAN_2023, (1, 1, 0, 0, 2, 4, 0, 0, 1, 5, 1, 0, 1, 0, 2)),
    ):
        made, repealed, in_force = documents
        given = {
            "year": year,
            "disclosure.normative_documents.made": made,
            "disclosure.normative_documents.repealed": repealed,
            "disclosure.normative_documents.in_force": in_force,
            "disclosure.administrative_fees.amount": "5949.088667",
            **requests(form_2021, rows),
            **disputes(form_2021, *cases),
        }
        assert judged(form_2021, given) == [("U12", cell(form_2021, "disclosure.administrative_fees.amount"))]


def test_shuyang_2023_left_the_columns_of_organisations_blank(form_2021: Form) -> None:
    given = requests(form_2021, {"received": (26,), "granted": (26,), "concluded": (26,)})
    given |= {name: None for name in given if not name.endswith((".natural_person", ".total"))}
    found = judged(form_2021, {"year": 2023, **given, **disputes(form_2021, 0, 0, 0, 1, 1, *[0] * 10)})
    assert {code for code, _ in found} == {"U01"}
    assert len(found) == 24 * 5


def test_zhenhai_2019_left_a_row_blank_as_the_form_allows(form_2019: Form) -> None:
    given: dict[str, Given] = {
        "disclosure.rules.made": None,
        "disclosure.rules.published": None,
        "disclosure.rules.public_total": None,
        "disclosure.normative_documents.made": 2,
        "disclosure.normative_documents.published": 2,
        "disclosure.normative_documents.public_total": 2,
        "disclosure.permits.last_year": 17,
        "disclosure.permits.change": 5,
        "disclosure.permits.decisions": 125,
        "disclosure.other_services.last_year": 62,
        "disclosure.other_services.change": 50,
        "disclosure.procurement.projects": 7,
        "disclosure.procurement.amount": "491.726",
    }
    (warning,) = check_filing(form_2019, filing(form_2019, given))
    assert (warning.code, warning.severity) == ("U01", Severity.WARNING)
    assert str(warning.place) == cell(form_2019, "disclosure.rules.made")
