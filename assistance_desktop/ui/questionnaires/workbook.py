"""A questionnaire's file, opened where it can do no harm: in a child process, never here.

Whoever made the file may be anybody; what comes back is words, row numbers and an XForm. Its
pictures are drawn anew there, so that this program only ever shows pictures that it wrote.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistance_desktop import child
from assistance_desktop.child import ChildError, ChildStoppedError
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.forms.workbook import (
    Loaded,
    Made,
    files_of,
    put_together,
    read_file,
)
from assistance_desktop.ui import outside_files

_SECONDS, _MEMORY = 90, 1_500_000_000
"""The largest form in use takes six seconds; a workbook of 30,000 rows takes half a gigabyte."""
_LISTS = (".csv", ".xml", ".geojson")
"""The endings of files beside a form that it may choose from."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".ico")
_LARGEST_LISTS = 60_000_000
"""Bytes of all lists together that go along; a form that runs has far less."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Rows of the survey by question name, and whether the settings name no form.

    An XForm has no rows, and so has a workbook that came with the program.
    """

    rows: Mapping[str, int] = field(default_factory=dict[str, int])
    is_unnamed: bool = False


def read_questionnaire(
    path: Path, media: Path | None = None, stop: Callable[[], bool] = lambda: False
) -> Loaded:
    """A questionnaire and everything that belongs to it, as `load_form` gives it.

    Raises FormRefused with the place, ChildError when it takes too long or breaks the reader.
    """
    data = read_file(path)
    files = files_of(path, media)
    lists = _lists(files)
    said = {"name": path.name, "lists": [(name, len(one)) for name, one in lists.items()]}
    told, made = _run("workbook", child.wrap(said, b"".join([*lists.values(), data])), stop)
    if "refused" in told:
        raise FormRefused(_remark(told["refused"]))
    remarks = tuple(_remark(one) for one in told["remarks"])
    length = told["itemsets"]
    itemsets, xform = (None, made) if length is None else (made[:length], made[length:])
    loaded = put_together(data, Made(xform, remarks, itemsets), files)
    return replace(loaded, files=dict(_drawn_anew(loaded.files, stop)))


def open_workbook(source: bytes, file: str) -> Workbook:
    """Look into the file that a version was loaded from, by its bytes and its name."""
    if not file or source.lstrip()[:1] == b"<":
        return Workbook()
    try:
        told, _nothing = _run("places", child.wrap({"name": file}, source), lambda: False)
    except ChildError:
        return Workbook()
    rows = {str(name): int(row) for name, row in told["rows"].items()}
    return Workbook(rows, told["is_unnamed"] is True)


def _run(job: str, parcel: bytes, stop: Callable[[], bool]) -> tuple[dict[str, Any], bytes]:
    answer = child.run(job, parcel, seconds=_SECONDS, memory=_MEMORY, stop=stop)
    told, rest = child.unwrap(answer)
    return told, bytes(rest)


def _drawn_anew(
    files: Mapping[str, bytes], stop: Callable[[], bool]
) -> Iterator[tuple[str, bytes]]:
    """The files of a form; a picture that cannot be read is missing, and the form runs without."""
    for name, content in files.items():
        if not name.lower().endswith(_PICTURES):
            yield name, content
            continue
        try:
            clean = outside_files.without_traces(content, 0, stop, needed=False)
        except ChildStoppedError:
            raise
        except ChildError:
            clean = None
        if clean is not None:
            yield name, clean[1]


def _remark(told: Mapping[str, Any]) -> Remark:
    row = told["row"]
    words = (str(told[name]) for name in ("problem", "hint", "sheet"))
    return Remark(*words, row=None if row is None else int(row), column=str(told["column"]))


def _lists(files: Media) -> dict[str, bytes]:
    """The lists beside the form, as far as there is room for them."""
    found: dict[str, bytes] = {}
    room = _LARGEST_LISTS
    for name in files.names(_LISTS):
        content = files.glance(name, room)
        if content is not None:
            room -= len(content)
            found[name] = content
    return found
