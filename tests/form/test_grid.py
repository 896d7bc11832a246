"""The grids of the official tables: sizes, merged cells and their wording."""

import pytest

from make_report.form.grid import Grid, GridCell, Role, grid_of
from make_report.form.model import Form


def cell(grid: Grid, row: int, column: int) -> GridCell:
    return next(cell for cell in grid.cells if (cell.row, cell.column) == (row, column))


def test_the_tables_have_their_official_size(form_2019: Form, form_2021: Form) -> None:
    sizes = {
        (form.form_id, section.id): (grid.rows, grid.columns)
        for form in (form_2019, form_2021)
        for section, _ in form.tables()
        for grid in [grid_of(form, section)]
    }
    assert sizes == {
        ("zfxxgk-2019", "disclosure"): (18, 4),
        ("zfxxgk-2019", "requests"): (26, 10),
        ("zfxxgk-2019", "disputes"): (4, 15),
        ("zfxxgk-2021", "disclosure"): (14, 4),
        ("zfxxgk-2021", "requests"): (28, 10),
        ("zfxxgk-2021", "disputes"): (4, 15),
    }


@pytest.mark.parametrize("section", ["disclosure", "requests", "disputes"])
def test_the_cells_of_a_grid_cover_it_without_overlap(section: str, form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        grid = grid_of(form, form.section(section))
        covered = [
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(covered) == len(set(covered)) == grid.rows * grid.columns


def test_a_narrow_block_stretches_its_last_column(form_2019: Form, form_2021: Form) -> None:
    permits = grid_of(form_2021, form_2021.section("disclosure"))
    assert cell(permits, 5, 1).text == "本年处理决定数量"
    assert cell(permits, 5, 1).column_span == 3
    purchases = grid_of(form_2019, form_2019.section("disclosure"))
    assert [cell(purchases, 17, column).column_span for column in (0, 1, 2)] == [1, 1, 2]


def test_the_tall_label_of_table_three_spans_all_results(form_2019: Form, form_2021: Form) -> None:
    for form, height in ((form_2019, 20), (form_2021, 22)):
        label = cell(grid_of(form, form.section("requests")), 5, 0)
        assert (label.text, label.row_span, label.column_span) == ("三、本年度办理结果", height, 1)
        assert label.vertical


def test_table_four_has_three_heading_rows_and_no_label(form_2021: Form) -> None:
    grid = grid_of(form_2021, form_2021.section("disputes"))
    assert [(c.text, c.column, c.column_span) for c in grid.cells if c.row == 0] == [
        ("行政复议", 0, 5),
        ("行政诉讼", 5, 10),
    ]
    assert cell(grid, 1, 0).row_span == 2
    assert [c.role for c in grid.cells if c.row == 3] == [Role.FIGURE] * 15
    assert grid.header_rows == {0, 1, 2}
