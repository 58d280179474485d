"""Does our form engine show what ODK's own shows? The same forms, the same answers, all it tells.

    python benchmarks/bench_forms_agree.py [SEEDS] [PART OF A FORM'S NAME]

Random answers are given to both; relevance, required, read-only, values, choices, labels and what
is invalid are compared after every answer. Fails on a difference that forms/reasons.py does not
explain.
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from forms.agreement import Difference, differences
from forms.odk import NOW, NoPeer, Odk, install
from forms.reasons import REASONS, REFUSED, Reason
from forms.sources import SUPPORT, Source, sources
from forms.walks import walk

from assistance_desktop.forms.answering import shown
from assistance_desktop.forms.form import Form
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form

ANSWERS = 40
_LARGE = 150
"""Items; larger forms are compared after every tenth answer."""


def main(seeds: int = 2, part: str = "") -> int:
    """Compare all forms; 1 when something is not explained."""
    try:
        install()
    except NoPeer as reason:
        print(f"Forms beside ODK's engine: skipped, {reason}.")
        return 0
    with tempfile.TemporaryDirectory() as scratch, Odk() as odk:
        forms = [source for source in sources(Path(scratch)) if part in source.name]
        found = [_compare(odk, source, seeds) for source in forms]
    return _tell([outcome for outcome in found if outcome is not None], len(forms))


def _compare(odk: Odk, source: Source, seeds: int) -> tuple[int, list[Difference]] | None:
    """How many answers were given, and the differences; None when ODK's engine opens it not."""
    form, _remarks = read_form(source.ours, SUPPORT)
    given, found = 0, dict[tuple[str, str], Difference]()
    for seed in range(seeds):
        told = odk.ask("open", xml=str(source.xml), media=str(SUPPORT))
        if "problem" in told:
            why = REFUSED.get(source.name)
            print(f"{source.name:56} {'opens here only: ' + why if why else told['problem']}")
            return None if why else (0, [Difference(source.name, "opens", "", "yes", "no")])
        for difference in _walk_beside(odk, source.name, form, seed):
            found.setdefault((difference.aspect, difference.path), difference)
        given += ANSWERS
    unexplained = sum(_reason(difference) is None for difference in found.values())
    print(f"{source.name:56} {len(found) - unexplained:3} explained, {unexplained:3} not")
    return given, list(found.values())


def _walk_beside(odk: Odk, name: str, form: Form, seed: int) -> list[Difference]:
    chance = random.Random(seed)  # noqa: S311 - answers, not secrets
    interview = Interview(form, NOW)
    found = differences(name, shown(interview), odk.ask("read"))
    every = 10 if sum(1 for _item in form.items()) > _LARGE else 1
    for number, (path, value) in enumerate(walk(interview, chance, ANSWERS), start=1):
        told = odk.ask("answer", path=path, value=value)
        if "problem" in told:
            found.append(Difference(name, "answer", path, "taken", told["problem"]))
        if number % every == 0:
            found += differences(name, shown(interview), odk.ask("read"))
    return found + differences(name, shown(interview), odk.ask("read"))


def _reason(difference: Difference) -> Reason | None:
    return next((reason for reason in REASONS if reason.explains(difference)), None)


def _tell(outcomes: list[tuple[int, list[Difference]]], forms: int) -> int:
    answers = sum(given for given, _differences in outcomes)
    every = [difference for _given, found in outcomes for difference in found]
    reasons = Counter(_reason(difference) for difference in every)
    for reason in REASONS:
        print(f"\n{reasons[reason]:4} × {reason.form}: {reason.path}\n       {reason.why}")
    unexplained = [difference for difference in every if _reason(difference) is None]
    for odd in unexplained[:40]:
        print(f"\nNOT EXPLAINED {odd.form} {odd.aspect} {odd.path}")
        print(f"  ours   {odd.ours[:200]}\n  theirs {odd.theirs[:200]}")
    print(
        f"\n{len(outcomes)} of {forms} forms open in both engines; at most {answers} answers; "
        f"{len(unexplained)} differences that nobody explained."
    )
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2, *sys.argv[2:3]))
