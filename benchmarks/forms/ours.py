"""Our engine doing what the peer does, in a process of its own: opening, answering, saving.

python benchmarks/forms/ours.py open FORM          seconds, and memory before and after
python benchmarks/forms/ours.py answers FORM LIST  milliseconds an answer: alone, with all read
python benchmarks/forms/ours.py saved FORM LIST    milliseconds an answer kept in a vault
python benchmarks/forms/ours.py memory FORM LIST   bytes after opening and along the answers

LIST is a JSON file of paths and values. What comes out is one JSON object.
"""

import itertools
import json
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forms.odk import NOW
from forms.sources import SUPPORT

from assistance_desktop.errors import AppError
from assistance_desktop.forms.answering import shown
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.typed import Answer
from assistance_desktop.forms.workbook import read_form

Given = Sequence[tuple[str, Answer]]


def opened(form: Path) -> Interview:
    """From the file to the first question."""
    return Interview(read_form(form, SUPPORT)[0], NOW)


def measure_open(form: Path) -> dict[str, object]:
    start = perf_counter()
    opened(form)
    return {"seconds": perf_counter() - start}


def measure_answers(form: Path, given: Given) -> dict[str, object]:
    return {"alone": _times(form, given, reading=False), "read": _times(form, given, reading=True)}


def _times(form: Path, given: Given, *, reading: bool) -> list[float]:
    interview, times = opened(form), list[float]()
    for path, value in given:
        start = perf_counter()
        try:
            interview.answer(path, value)
        except AppError:
            continue
        if reading:
            shown(interview)
        times.append((perf_counter() - start) * 1000)
    return times


def measure_saved(form: Path, given: Given) -> dict[str, object]:
    """Each answer given and written into an encrypted vault on this disk, with its history."""
    # Here, so that the other measures do not carry the vault's libraries in their memory.
    from assistance_desktop.cases.changes import Author  # noqa: PLC0415
    from assistance_desktop.storage import editing, keys, vault  # noqa: PLC0415
    from assistance_desktop.storage.editing import Edit, Pen  # noqa: PLC0415

    interview, times = opened(form), list[float]()
    numbers = itertools.count(1)
    pen = Pen(
        Author("Pihlaja", "laptop"), lambda: datetime.now(UTC), lambda: f"{next(numbers):032x}"
    )
    with tempfile.TemporaryDirectory() as folder:
        notes = vault.create(Path(folder) / "notes", "seven cranberry lanterns", cost=keys.FLOOR)
        connection = notes.connect()
        for path, value in given:
            start = perf_counter()
            try:
                interview.answer(path, value)
            except AppError:
                continue
            kept = interview.kept_value(path)
            with vault.transaction(connection):
                editing.write(connection, "case", [Edit("form", path, kept)], pen)
            times.append((perf_counter() - start) * 1000)
        connection.close()
        notes.close()
    return {"saved": times}


def measure_memory(form: Path, given: Given) -> dict[str, object]:
    interview = opened(form)
    found: dict[str, object] = {"opened": _memory()}
    for number, (path, value) in enumerate(given, start=1):
        try:
            interview.answer(path, value)
        except AppError:
            continue
        finally:
            if number % 1000 == 0:
                found[str(number)] = _memory()
    return found


def _memory() -> dict[str, int]:
    """Bytes now and at most, as Linux counts them."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {
        "resident": int(status["VmRSS"].split()[0]) * 1024,
        "peak": int(status["VmHWM"].split()[0]) * 1024,
    }


def main(what: str, form: str, given: str = "") -> None:
    answers = json.loads(Path(given).read_text()) if given else []
    measures = {
        "answers": measure_answers,
        "saved": measure_saved,
        "memory": measure_memory,
    }
    found = measures[what](Path(form), answers) if answers else measure_open(Path(form))
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
