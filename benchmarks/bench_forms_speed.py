"""How fast a questionnaire opens and takes an answer, and the memory, beside ODK's own engine.

    python benchmarks/bench_forms_speed.py

Two forms: one of 600 questions that is generated (forms/large_form.py), and the largest real one
of the shared test data, 592 rows. Every figure comes from a fresh process on this machine, one
after the other. Fails when a figure is above its bound. Where there is no Node the peer's column
stays empty.
"""

import json
import random
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from forms.large_form import write_large_form
from forms.odk import NOW, NoPeer, Odk, install
from forms.sources import SUPPORT, VECTORS, as_xform
from forms.walks import walk

from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.saving import save_workbook
from assistance_desktop.forms.workbook import read_form

OURS = Path(__file__).resolve().parent / "forms" / "ours.py"
REAL = VECTORS / "real" / "pma_uganda_female_FQ.xlsx"
ROUNDS = 3
ANSWERS = 500
MANY = 10_000
THEIR_MANY = 2_000
"""As many are enough to see that the peer needs more; ten thousand would take it minutes."""
MB = 1_000_000

Row = tuple[str, float, float | None, float]
"""What, ours, the peer's, and the bound of ours in the same unit."""


def main() -> int:
    """Print the table; 1 when a bound is broken."""
    try:
        install()
        peer = True
    except NoPeer as reason:
        print(f"ODK's engine: skipped, {reason}.")
        peer = False
    with tempfile.TemporaryDirectory() as folder:
        forms = _forms(Path(folder))
        print(f"{'':48}{'ours':>10}{'ODK':>10}{'ratio':>8}{'bound':>9}")
        broken = [_tell(_rows(name, *files, peer=peer)) for name, files in forms.items()]
    return int(any(broken))


def _forms(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Each form as a workbook and as XForm XML."""
    book = folder / "large.xlsx"
    save_workbook(write_large_form(folder / "large.md"), book)
    books = {"592 rows, real": REAL} if REAL.exists() else {}
    books["600 questions"] = book
    found: dict[str, tuple[Path, Path]] = {}
    for name, workbook in books.items():
        xml = folder / f"{workbook.stem}.xml"
        xml.write_text(as_xform(workbook), encoding="utf-8")
        found[name] = (workbook, xml)
    return found


def _rows(name: str, workbook: Path, xml: Path, *, peer: bool) -> list[Row]:
    few, many = _answers(xml)
    theirs = _theirs(xml, few) if peer else dict[str, float]()
    times = _ours("answers", xml, few)
    memory = _ours("memory", xml, many)
    growth = memory[str(MANY)]["resident"] / memory["1000"]["resident"] - 1
    second = theirs.get("open")
    largest = theirs.get("peak")
    return [
        (f"{name}: XML opened, s", _opening(xml), second, _least(1, second, 0.7)),
        (f"{name}: workbook opened, s", _opening(workbook), None, 1),
        (f"{name}: an answer, p50 ms", median(times["alone"]), theirs.get("alone p50"), 5),
        (f"{name}: an answer, p95 ms", _p95(times["alone"]), theirs.get("alone p95"), 5),
        (f"{name}: and everything read, p95 ms", _p95(times["read"]), theirs.get("read p95"), 50),
        (f"{name}: an answer saved, p95 ms", _p95(_ours("saved", xml, few)["saved"]), None, 10),
        (f"{name}: memory when open, MB", memory["opened"]["peak"] / MB, theirs.get("opened"), 200),
        (
            f"{name}: at most, {MANY} answers, MB",
            memory[str(MANY)]["peak"] / MB,
            largest,
            _least(200, largest, 0.25),
        ),
        (f"{name}: growth from answer 1000, %", growth * 100, theirs.get("growth"), 5),
    ]


def _least(bound: float, theirs: float | None, ratio: float) -> float:
    return bound if theirs is None else min(bound, theirs * ratio)


def _answers(xml: Path) -> tuple[Path, Path]:
    """Two lists of random answers beside the form: some, and the same again and again to MANY."""
    interview = Interview(read_form(xml, SUPPORT)[0], NOW)
    chance = random.Random(1)  # noqa: S311 - answers, not secrets
    given = list(islice(walk(interview, chance, ANSWERS * 3), ANSWERS))
    few, many = xml.with_suffix(".few.json"), xml.with_suffix(".many.json")
    few.write_text(json.dumps(given))
    many.write_text(json.dumps(given * (MANY // len(given))))
    return few, many


def _opening(form: Path) -> float:
    return median(float(_ours("open", form)["seconds"]) for _round in range(ROUNDS))


def _ours(what: str, form: Path, given: Path | None = None) -> dict[str, Any]:
    command = [sys.executable, OURS, what, form, *([given] if given else [])]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return json.loads(run.stdout)


def _theirs(xml: Path, few: Path) -> dict[str, float]:
    """Three processes, each of which opens the form: for answers alone, read, and memory."""
    answers, seconds, found = json.loads(few.read_text()), list[float](), dict[str, float]()
    for reading in (False, True):
        with Odk() as odk:
            seconds.append(odk.ask("open", xml=str(xml), media=str(SUPPORT))["seconds"])
            found["opened"] = odk.ask("memory")["peak"] / MB
            times = odk.ask("timed", answers=answers, reading=reading)["milliseconds"]
        name = "read" if reading else "alone"
        found[name + " p50"], found[name + " p95"] = median(times), _p95(times)
    with Odk() as odk:
        seconds.append(odk.ask("open", xml=str(xml), media=str(SUPPORT))["seconds"])
        odk.ask("timed", answers=answers, reading=False)
        first = odk.ask("memory")["resident"]
        odk.ask("timed", answers=answers * (THEIR_MANY // ANSWERS - 1), reading=False)
        last = odk.ask("memory")
    found["peak"], found["growth"] = last["peak"] / MB, (last["resident"] / first - 1) * 100
    return found | {"open": median(seconds)}


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _tell(rows: list[Row]) -> int:
    """Print them; how many are above their bounds."""
    broken = 0
    for what, ours, theirs, bound in rows:
        other = "" if theirs is None else f"{theirs:.2f}"
        ratio = "" if not theirs or "growth" in what else f"{ours / theirs:.2f}"
        mark = "" if ours < bound else "  above"
        broken += ours >= bound
        print(f"{what:48}{ours:10.2f}{other:>10}{ratio:>8}{bound:9.2f}{mark}", flush=True)
    return broken


if __name__ == "__main__":
    sys.exit(main())
