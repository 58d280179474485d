"""The forms on which engines are compared: the shared test data, our intake, and one large form.

ODK's engine reads XForm XML only; a workbook is converted for it, mended as our reader mends it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import tostring

from defusedxml.ElementTree import fromstring
from forms.large_form import write_large_form
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from assistance_desktop.forms.expressions.compiling import compile_expression
from assistance_desktop.forms.expressions.grammar import without_surplus
from assistance_desktop.forms.expressions.syntax import ExpressionError
from assistance_desktop.forms.mending import mend
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.forms.sheets import read_sheets
from assistance_desktop.forms.workbook import read_form

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT.parent / "shared" / "vectors" / "xlsforms"
SUPPORT = VECTORS / "support"
INTAKE = ROOT / "resources" / "packs" / "finland" / "intake.md"


@dataclass(frozen=True, slots=True)
class Source:
    """A form as we read it, and as XForm XML."""

    name: str
    ours: Path
    xml: Path


def sources(scratch: Path) -> list[Source]:
    """Every form that our reader opens; converted ones are written into `scratch`."""
    files = [INTAKE, write_large_form(scratch / "large.md")]
    for kind in ("real", "unit", "xform-real", "xform-unit"):
        files += sorted((VECTORS / kind).iterdir()) if (VECTORS / kind).is_dir() else []
    found = [_source(file, scratch) for file in files]
    return [source for source in found if source is not None]


def _source(file: Path, scratch: Path) -> Source | None:
    try:
        read_form(file, SUPPORT)
    except FormRefused:
        return None
    if file.suffix == ".xml":
        return Source(file.name, file, file)
    xml = scratch / f"{file.name}.xml"
    try:
        xml.write_text(as_xform(file), encoding="utf-8")
    except PyXFormError:
        return None
    return Source(file.name, file, xml)


def as_xform(file: Path) -> str:
    """A workbook as XForm XML."""
    sheets = read_sheets(file.read_bytes(), file)
    mend(sheets)
    xform = convert(sheets.for_pyxform(file.stem), warnings=[], validate=False).xform
    return _runnable(xform)


def _runnable(xform: str) -> str:
    """Without what would stop ODK's engine and not ours.

    One bracket too many, which our reader leaves out with a remark; and `trim`,
    which Collect knows, xforms-engine does not, and XPath calls normalize-space.
    """
    document = fromstring(xform)
    for bind in document.iter("{http://www.w3.org/2002/xforms}bind"):
        for rule in ("relevant", "constraint", "calculate"):
            formula = _TRIM.sub("normalize-space(", bind.get(rule, ""))
            if formula:
                bind.set(rule, formula)
            if formula and not _compiles(formula):
                bind.set(rule, without_surplus(formula) or formula)
    return tostring(document, encoding="unicode")


_TRIM = re.compile(r"(?<![-\w])trim\(")


def _compiles(formula: str) -> bool:
    try:
        compile_expression(formula)
    except ExpressionError:
        return False
    return True
