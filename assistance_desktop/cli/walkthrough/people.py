"""The sample people: made up, with the answers that they give."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from assistance_desktop import paths
from assistance_desktop.cases.changes import Answer, Unanswered


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist: answers by question, choices and next steps by service."""

    pseudonym: str
    answers: Mapping[str, Answer]
    decisions: Mapping[str, str]
    next_steps: Mapping[str, str]


def people() -> list[Person]:
    """All of them, in the order in which they come."""
    plain = json.loads((paths.resources() / "samples" / "people.json").read_text("utf-8"))
    return [
        Person(
            one["pseudonym"],
            {name: _answer(value) for name, value in one["answers"].items()},
            one["decisions"],
            one["next_steps"],
        )
        for one in plain["people"]
    ]


def _answer(value: Answer) -> Answer:
    """An answer as the case keeps it: "?unknown" and "?refused" are the two quiet ones."""
    if isinstance(value, str) and value.startswith("?"):
        return Unanswered(value[1:])
    return value
