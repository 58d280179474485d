"""What `form check` says of a file: whether it is a form, how large, and what to mend."""

from pathlib import Path

from assistance_desktop.forms.form import Form, Group, Item, Question, Repeat
from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.forms.workbook import read_form


def check_form(path: Path, media: Path | None = None) -> dict[str, object]:
    """The object that `form check` prints for a file; a refusal is an answer here, not an error."""
    try:
        form, remarks = read_form(path, media)
    except FormRefused as refused:
        return _report(path, None, [], refused.remark)
    return _report(path, form, remarks, None)


def _report(
    path: Path, form: Form | None, remarks: list[Remark], error: Remark | None
) -> dict[str, object]:
    items = [item for item in form.items() if not _is_meta(item)] if form is not None else []
    return {
        "file": str(path),
        "ok": error is None,
        "title": form.title if form is not None else "",
        "questions": sum(isinstance(item, Question) and item.shown for item in items),
        "groups": sum(isinstance(item, Group) for item in items),
        "repeats": sum(isinstance(item, Repeat) for item in items),
        "languages": list(form.languages) if form is not None else [],
        "warnings": [remark.as_json() for remark in remarks],
        "error": error.as_json() if error is not None else None,
    }


def _is_meta(item: Item) -> bool:
    """The block that every form has for its own number, which no author wrote."""
    parts = item.path.split("/")
    return len(parts) > 2 and parts[2].rpartition(":")[2] == "meta"
