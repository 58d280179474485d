import pytest
from form_vectors import TODAY

from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form


@pytest.fixture
def form_of(tmp_path):
    """Make a form of survey rows written as `type | name | label | column=value ...`."""

    def make(*rows, choices=(), name="form"):
        columns = ["type", "name", "label"]
        table = []
        for row in rows:
            cells = [cell.strip() for cell in row.split(" | ")]
            found = dict(zip(columns[:3], cells, strict=False))
            for cell in cells[3:]:
                key, _equals, value = cell.partition("=")
                found[key] = value
                if key not in columns:
                    columns.append(key)
            table.append(found)
        lines = ["| survey |", _line(columns)]
        lines += [_line([found.get(column, "") for column in columns]) for found in table]
        if choices:
            heads = ["list_name", "name", "label", "of"]
            lines += ["| choices |", _line(heads)]
            lines += [_line((*choice, *[""] * (4 - len(choice)))) for choice in choices]
        path = tmp_path / f"{name}.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return make


def _line(cells):
    return "| | " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


@pytest.fixture
def interview_of(form_of):
    """Open a form of survey rows."""

    def make(*rows, choices=(), answers=None):
        form, _remarks = read_form(form_of(*rows, choices=choices))
        return Interview(form, TODAY, answers=answers)

    return make


@pytest.fixture
def workbook_of(tmp_path):
    """Make a form of whole sheets: `survey=["type | name", "text | a"]`, and files beside it."""

    def make(*, files=None, **sheets):
        lines = []
        for name, rows in sheets.items():
            cells = [[cell.strip() for cell in row.split(" | ")] for row in rows]
            lines.append(f"| {name} |")
            lines += [_line(row + [""] * (len(cells[0]) - len(row))) for row in cells]
        path = tmp_path / "form.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        for name, content in (files or {}).items():
            (tmp_path / name).write_text(content, encoding="utf-8")
        return path

    return make
