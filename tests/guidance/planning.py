"""The day, a customer, and short ways to look at a plan."""

from collections.abc import Mapping
from datetime import date

from assistance_desktop import paths
from assistance_desktop.guidance.services import Line, Plan

ON = date(2026, 11, 23)
FINLAND = paths.resources() / "packs" / "finland"

CUSTOMER = {
    "role": "possible_victim",
    "in_finland": True,
    "citizenships": ["NG"],
    "customer": "admitted",
}


def nested(facts: Mapping[str, object]) -> dict[str, object]:
    whole: dict[str, object] = {}
    for key, value in facts.items():
        parent, _, part = key.partition("__")
        if part:
            whole.setdefault(parent, {})[part] = value
        else:
            whole[parent] = value
    return whole


def line(made: Plan, code: str) -> Line:
    return next(one for one in made.services if one.code == code)


def status(made: Plan, code: str) -> str:
    return line(made, code).status


def flags(made: Plan) -> list[str]:
    return [flag.code for flag in made.flags]


def days(made: Plan, code: str) -> int:
    return next(flag.number["days"] for flag in made.flags if flag.code == code)


def asked(made: Plan) -> dict[str, tuple[str, ...]]:
    return {ask.fact: ask.waiting for ask in made.ask}
