"""The standard workbook's cells: no two fields share one, and the known ones are where staff know them."""

from make_report.form.layout import TableSheet, layout_of
from make_report.form.model import Form


def test_no_two_fields_share_a_cell(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        places = list(layout_of(form).places.values())
        assert len(places) == len(set(places)) == len(form.fields)


def test_no_check_cell_and_no_label_covers_an_entry_cell(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        layout = layout_of(form)
        entries = {(place.sheet, place.cell) for place in layout.places.values()}
        for sheet in layout.sheets:
            assert not entries & {(label.place.sheet, label.place.cell) for label in sheet.labels()}
            if isinstance(sheet, TableSheet):
                checks = [(check.place.sheet, check.place.cell) for check in sheet.check_cells()]
                assert len(checks) == len(set(checks)) == len(sheet.equations)
                assert not entries & set(checks)


def test_table_three_begins_where_messages_say(form_2021: Form) -> None:
    places = layout_of(form_2021).places
    assert str(places["requests.received.natural_person"]) == "表三 D7"
    assert str(places["requests.carried_forward.total"]) == "表三 J31"
    assert str(places["disputes.reconsideration.upheld"]) == "表四 A7"


def test_a_unit_is_chosen_beside_its_figure(form_2019: Form) -> None:
    places = layout_of(form_2019).places
    amount, unit = places["disclosure.procurement.amount"], places["disclosure.procurement.amount_unit"]
    assert (amount.cell, unit.cell) == ("C21", "E21")
