"""Regular expressions without backtracking: the time grows with the text, never explodes.

All readings of a pattern are followed at once (Thompson's construction). Groups, alternatives,
repetitions, classes and anchors are known; looking around and referring back are not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

_MOST_STEPS = 5_000
_DEEPEST = 50
_COUNTED = re.compile(r"\{(\d{1,4})(,?)(\d{0,4})\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


class TooHard(Exception):  # noqa: N818 - what the pattern is, not what went wrong
    """A pattern that this automaton does not know or that is too large for it."""


@dataclass(slots=True)
class _Step:
    """One step: take a sign, check a place, or only go on; `follow` says where to."""

    follow: list[int] = field(default_factory=list[int])
    takes: Callable[[str], object] | None = None
    check: str = ""


@dataclass(frozen=True, slots=True)
class Automaton:
    """A pattern, ready to be searched for."""

    steps: tuple[_Step, ...]
    first: int

    def found(self, text: str) -> bool:
        """Whether the pattern occurs anywhere in the text."""
        states: set[int] = set()
        for place in range(len(text) + 1):
            states = self._reached({*states, self.first}, text, place)
            if 0 in states:
                return True
            if place < len(text):
                states = self._after(states, text[place])
        return False

    def _after(self, states: set[int], sign: str) -> set[int]:
        following: set[int] = set()
        for number in states:
            step = self.steps[number]
            if step.takes is not None and step.takes(sign):
                following.update(step.follow)
        return following

    def _reached(self, states: set[int], text: str, place: int) -> set[int]:
        """The states that are reached without taking a sign."""
        waiting, seen = list(states), set(states)
        while waiting:
            step = self.steps[waiting.pop()]
            if step.takes is not None or (step.check and not _holds(step.check, text, place)):
                continue
            for number in step.follow:
                if number not in seen:
                    seen.add(number)
                    waiting.append(number)
        return seen


def build(pattern: str) -> Automaton:
    """Make the automaton of a pattern; state 0 is the end.

    Raises TooHard.
    """
    builder = _Builder(pattern, [_Step()])
    first = builder.alternatives(0)
    if builder.at < len(pattern):
        raise TooHard
    return Automaton(tuple(builder.steps), first)


def _holds(check: str, text: str, place: int) -> bool:
    if check == "^":
        return place == 0
    if check == "$":
        return place == len(text)
    before = place > 0 and _is_word(text[place - 1])
    after = place < len(text) and _is_word(text[place])
    return (before != after) == (check == "b")


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@dataclass(slots=True)
class _Builder:
    """Reads a pattern from left to right and builds from right to left, piece by piece."""

    pattern: str
    steps: list[_Step]
    at: int = 0
    depth: int = 0

    def add(self, step: _Step) -> int:
        self.steps.append(step)
        if len(self.steps) > _MOST_STEPS:
            raise TooHard
        return len(self.steps) - 1

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def alternatives(self, goal: int) -> int:
        starts = [self.sequence(goal)]
        while self.peek() == "|":
            self.at += 1
            starts.append(self.sequence(goal))
        return starts[0] if len(starts) == 1 else self.add(_Step(starts))

    def sequence(self, goal: int) -> int:
        """Pieces one after the other; each piece is built when what follows it is known."""
        pieces: list[tuple[int, int]] = []
        while self.peek() not in ("", "|", ")"):
            start = self.at
            self.piece(self.add(_Step()))
            pieces.append((start, self.at))
        end = self.at
        for start, stop in reversed(pieces):
            self.at = start
            goal = self.piece(goal)
            if self.at != stop:
                raise TooHard
        self.at = end
        return goal

    def piece(self, goal: int) -> int:
        """An atom with its repetition."""
        start = self.at
        first = self.atom(goal)
        fewest, most = self.repetition()
        after = self.at
        if (fewest, most) == (1, 1):
            return first
        for _turn in range((most or fewest + 1) - fewest):
            goal = self.optional(start, goal, endless=most is None)
        for _turn in range(fewest):
            self.at = start
            goal = self.atom(goal)
        self.at = after
        return goal

    def optional(self, start: int, goal: int, *, endless: bool) -> int:
        choice = self.add(_Step([goal]))
        self.at = start
        self.steps[choice].follow.append(self.atom(choice if endless else goal))
        return choice

    def repetition(self) -> tuple[int, int | None]:
        sign = self.peek()
        simple = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if sign in simple:
            self.at += 1
            found: tuple[int, int | None] = simple[sign]
        elif match := _COUNTED.match(self.pattern, self.at):
            self.at = match.end()
            fewest, comma, most = match.groups()
            found = (int(fewest), int(most) if most else (None if comma else int(fewest)))
        else:
            return 1, 1
        if self.peek() == "?":
            self.at += 1
        return found

    def atom(self, goal: int) -> int:
        sign = self.peek()
        self.at += 1
        if sign == "(":
            return self.group(goal)
        if sign in ("^", "$"):
            return self.add(_Step([goal], check=sign))
        if sign == "[":
            return self.in_class(goal)
        if sign == "\\":
            return self.escape(goal)
        if sign == ".":
            return self.add(_Step([goal], takes=lambda other: other != "\n"))
        if sign in ("*", "+", "?", ""):
            raise TooHard
        return self.add(_Step([goal], takes=sign.__eq__))

    def group(self, goal: int) -> int:
        if self.pattern.startswith("?:", self.at):
            self.at += 2
        elif self.peek() == "?":
            raise TooHard
        self.depth += 1
        if self.depth > _DEEPEST:
            raise TooHard
        first = self.alternatives(goal)
        self.depth -= 1
        if self.peek() != ")":
            raise TooHard
        self.at += 1
        return first

    def in_class(self, goal: int) -> int:
        match = _CLASS.match(self.pattern, self.at - 1)
        if match is None:
            raise TooHard
        self.at = match.end()
        return self.add(_Step([goal], takes=_one(match.group())))

    def escape(self, goal: int) -> int:
        sign = self.peek()
        self.at += 1
        if sign in ("b", "B"):
            return self.add(_Step([goal], check=sign))
        if sign in ("A", "Z", "z"):
            return self.add(_Step([goal], check="^" if sign == "A" else "$"))
        if not sign or sign.isdigit() or sign in "pPkxu":
            raise TooHard
        return self.add(_Step([goal], takes=_one(f"\\{sign}")))


def _one(source: str) -> Callable[[str], object]:
    try:
        return re.compile(source).fullmatch
    except re.error as error:
        raise TooHard from error
