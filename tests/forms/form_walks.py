"""Walks through a form with answers of all sorts, and what must hold after every step."""

import re
from collections import Counter

from hypothesis import strategies as st

from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.interview import Interview

TEXTS = st.sampled_from(
    ["", "x", "Usva", "1", "yes", "no", "0", "-3", "a b", "é😀", "${x}", "' or"]
)
NUMBERS = st.one_of(st.integers(-3, 120), st.floats(-1e6, 1e6), st.sampled_from([2**40, 1e300]))
MOMENTS = st.sampled_from(
    ["2026-11-23", "1990-02-28", "2026-13-01", "10:30", "25:00", "2026-11-23T10:30:00.000+02:00"]
)
PLACES = st.sampled_from(["60.1 24.9 0 0", "60 24; 61 25; 62 24; 60 24", "100 200", "OK"])
ANYTHING = st.one_of(st.none(), TEXTS, NUMBERS, MOMENTS, PLACES, st.lists(TEXTS, max_size=3))
_FITTING = {
    "int": st.integers(0, 12),
    "decimal": st.floats(0, 100).map(lambda number: round(number, 2)),
    "date": st.dates().map(str),
    "time": st.times().map(lambda time: time.isoformat("minutes")),
    "dateTime": st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
    "geopoint": st.just("60.1 24.9 0 0"),
}
_MOST_INSTANCES = 4


class Walk:
    """One interview and what was answered in it so far."""

    def __init__(self, form, now):
        self.now = now
        self.talk = Interview(form, now)
        self.by_trigger = bool(form.actions)
        self.given = {}

    def step(self, draw):
        """Do one thing that a worker could do, and see that all is well."""
        talk = self.talk
        asked = [(p, i) for p, i in talk.walk() if isinstance(i, Question) and i.shown]
        open_to = [(p, q) for p, q in asked if talk.relevant(p) and not talk.read_only(p)]
        repeats = [p for p, i in talk.places() if isinstance(i, Repeat) and not p.endswith("]")]
        if not open_to:
            return
        what = draw(st.integers(0, 9))
        if what == 0 and repeats:
            self._change(draw, draw(st.sampled_from(repeats)))
        elif what == 1:
            talk.leave(
                draw(st.sampled_from(open_to))[0], draw(st.sampled_from(["refused", "unknown"]))
            )
            self.given.clear()
        else:
            self._answer(draw, *draw(st.sampled_from(open_to)))
        self.check()

    def _change(self, draw, repeat):
        instances = self.talk.instances(repeat)
        try:
            if len(instances) < _MOST_INSTANCES and draw(st.booleans()):
                self.talk.add(repeat)
            elif instances:
                self.talk.remove(draw(st.sampled_from(instances)))
        except AppError:
            return
        self.given.clear()

    def _answer(self, draw, path, question):
        value = draw(fitting(self.talk, path, question))
        try:
            self.talk.answer(path, value)
        except AppError:
            assert not _is_fitting(question, value)
            return
        if "[" not in path and question.bind.calculate is None:
            self.given[path] = self.talk.kept_value(path)

    def check(self):
        """Nothing is lost, nothing blocks, and an interview taken up again is the same."""
        talk = self.talk
        if not self.by_trigger:
            assert {path: talk.kept_value(path) for path in self.given} == self.given
        places = dict(talk.walk())
        assert set(talk.invalid()) <= {p for p in places if talk.relevant(p)}
        again = Interview(talk.form, self.now, answers=talk.answers())
        assert state(again) == state(talk)


def fitting(talk, path, question):
    """Answers to a question: mostly such as it asks for."""
    if question.choices is not None:
        names = [offered.name for offered in talk.choices(path)]
        if question.type == "select_one":
            return st.sampled_from([*names, "", "not offered"])
        return st.lists(st.sampled_from([*names, "gone"]), unique=True, max_size=4)
    return st.one_of(_FITTING.get(question.data_type, TEXTS), ANYTHING)


def _is_fitting(question, value):
    """Whether nobody may refuse a value."""
    if value in (None, "", []):
        return True
    if question.choices is not None:
        return isinstance(value, list) == (question.type != "select_one")
    return question.data_type == "string" and isinstance(value, str)


def state(talk):
    """All that an interview shows, less what chance decides anew."""
    found = {}
    for path, item in talk.walk():
        shown = [talk.relevant(path), talk.required(path), talk.read_only(path)]
        if isinstance(item, Question):
            formula = item.bind.calculate
            by_chance = formula is not None and re.search(r"random\(|uuid\(", formula.source)
            shown.append(None if by_chance else talk.value(path))
            if item.choices is not None:
                shown.append(Counter(offered.name for offered in talk.choices(path)))
        found[path] = shown
    return found
