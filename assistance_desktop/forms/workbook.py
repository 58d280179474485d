"""From a file to a form: XLSForm (.xlsx .xls .csv .md) through pyxform, XForm XML directly.

Tolerant where the form can run all the same, and never silent about it; what cannot run is
refused with sheet, row and column. Nothing here takes unbounded time or memory.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from assistance_desktop.forms.dependencies import build_graph
from assistance_desktop.forms.form import Form
from assistance_desktop.forms.markup import read_markup
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.mending import mend
from assistance_desktop.forms.packed import macros
from assistance_desktop.forms.reading_over import read_over
from assistance_desktop.forms.remarks import FormRefused, FormulaRefused, Remark
from assistance_desktop.forms.said_by_pyxform import in_sheet, refusal, remarks
from assistance_desktop.forms.sheets import Sheets, read_sheets
from assistance_desktop.forms.xform import read_xform
from assistance_desktop.i18n import _

LARGEST = 25_000_000
"""Bytes of a form file; the largest form in use that we know has 0.3 million."""

ITEMSETS = "itemsets.csv"
"""The lists that a workbook brings along, as the file that forms look for."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A questionnaire with all that is needed to run it again without its file.

    `xform` is what runs: a workbook is converted once, so that a version that is in use keeps
    its meaning whatever a later converter would make of the workbook.
    """

    form: Form
    remarks: tuple[Remark, ...]
    source: bytes
    """The file as it was."""
    xform: bytes
    files: Mapping[str, bytes]
    """The lists, pictures and sounds that it uses, by name."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is made of a form file: what runs, what is to be said of it, the lists it brought."""

    xform: bytes
    remarks: tuple[Remark, ...]
    itemsets: bytes | None = None


def read_form(path: Path, media: Path | None = None) -> tuple[Form, list[Remark]]:
    """Read a questionnaire; `media` is the folder of its pictures and lists, its own by default.

    Raises FormRefused, with the place of the reason, when it cannot run.
    """
    loaded = load_form(path, media)
    return loaded.form, list(loaded.remarks)


def load_form(path: Path, media: Path | None = None) -> Loaded:
    """Read a questionnaire and everything that belongs to it. Raises as `read_form` does."""
    data = read_file(path)
    files = files_of(path, media)
    form, made = make_form(data, path, files)
    return Loaded(form, made.remarks, data, made.xform, files.belonging(form))


def files_of(path: Path, media: Path | None = None) -> Media:
    """The files beside a questionnaire, or in the folder `media`."""
    return Media(path.parent if media is None else media)


def make_form(data: bytes, path: Path, files: Media) -> tuple[Form, Made]:
    """The form that a file's bytes hold, by what they are. Raises as `read_form` does."""
    sheets: Sheets | None = None
    if path.suffix.lower() == ".xml" or data.lstrip()[:1] == b"<":
        mended: list[FormulaRefused] = []
        form, xform = _run(data, files, mended), data
        found = [note.remark for note in mended]
    else:
        sheets = read_sheets(data, path)
        found = [*macros(data), *mend(sheets)]
        form, xform, said = _convert(sheets, path.stem, files)
        found += said
    return form, Made(xform, (*found, *read_over(form, sheets)), files.extra.get(ITEMSETS))


def put_together(data: bytes, made: Made, files: Media) -> Loaded:
    """What `load_form` gives, from what was made of the data elsewhere. Raises as it does."""
    if made.itemsets is not None:
        files.extra[ITEMSETS] = made.itemsets
    form = _run(made.xform, files, [])
    return Loaded(form, made.remarks, data, made.xform, files.belonging(form))


def form_again(xform: bytes, files: Mapping[str, bytes]) -> Form:
    """A questionnaire from what `load_form` gave: `xform` and `files`. Raises as `read_form`."""
    return _run(xform, Media(extra=dict(files)), [])


def _run(xform: bytes, files: Media, mended: list[FormulaRefused]) -> Form:
    form = read_xform(read_markup(xform), files, mended)
    build_graph(form)
    return form


def read_file(path: Path) -> bytes:
    """The bytes of a form file. Raises FormRefused when there are too many, or none."""
    try:
        if path.stat().st_size > LARGEST:
            raise FormRefused(
                Remark(
                    _("The file is larger than {size} MB.").format(size=LARGEST // 1_000_000),
                    _("Put long lists into a CSV file beside the form (select_one_from_file)."),
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise FormRefused(
            Remark(_("The file cannot be read."), _("Check its name and that you may open it."))
        ) from error


_STUMBLES = (KeyError, TypeError, AttributeError, IndexError, ValueError)
"""What pyxform trips over where it does not expect a mistake; they have no common class."""


def _convert(sheets: Sheets, stem: str, files: Media) -> tuple[Form, bytes, list[Remark]]:
    said: list[str] = []
    try:
        result = convert(sheets.for_pyxform(stem), warnings=said, validate=False)
    except PyXFormError as error:
        raise FormRefused(refusal(str(error), sheets)) from error
    except _STUMBLES as error:
        raise FormRefused(
            Remark(
                _("The rows of the form do not fit together."),
                _("Check the rows with begin and end, or_other and lists, and the headings."),
                sheet="survey",
            )
        ) from error
    except RecursionError as error:
        raise FormRefused(
            Remark(_("The form is nested too deep."), _("Use fewer groups inside groups."))
        ) from error
    if result.itemsets:
        files.extra[ITEMSETS] = result.itemsets.encode()
    mended: list[FormulaRefused] = []
    xform = result.xform.encode()
    try:
        form = _run(xform, files, mended)
    except FormulaRefused as refused:
        raise FormRefused(in_sheet(refused, sheets)) from refused
    notes = [*remarks(said, sheets), *(in_sheet(note, sheets) for note in mended)]
    return form, xform, notes
