from collections.abc import Callable
from datetime import date

import pytest
from planning import CUSTOMER, FINLAND, ON, nested

from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.services import Plan, plan


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(FINLAND)


Planner = Callable[..., Plan]


@pytest.fixture(scope="session")
def planned(pack) -> Planner:
    """A plan of facts written as in FACTS.json; `a__b=1` stands for {"a": {"b": 1}}."""

    def make(on: date = ON, language: str = "en", **facts: object) -> Plan:
        return plan(read_facts(nested(facts)), pack, on, language)

    return make


@pytest.fixture(scope="session")
def customer(planned) -> Planner:
    """The same for a customer in Finland who may be a victim, from Nigeria."""

    def make(**facts: object) -> Plan:
        return planned(**(CUSTOMER | facts))

    return make
