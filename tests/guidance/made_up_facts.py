"""FACTS.json objects of every shape, near the day of the plan and far from it."""

from datetime import date, timedelta

from hypothesis import strategies as st
from planning import ON

SERVICES = (
    "HOUSING", "HEALTH", "SOCIAL", "MONEY", "LEGAL", "COUNSEL", "SUPPORT",
    "INTERP", "RETURN", "PERMIT", "REFLECT", "COMP", "REPORT",
)  # fmt: skip


def _near(days: int) -> st.SearchStrategy[str]:
    return st.integers(-days, days).map(lambda n: (ON + timedelta(days=n)).isoformat())


_born = st.one_of(
    _near(40),
    st.dates(date(1950, 1, 1), ON).map(date.isoformat),
    st.integers(-70, 70).map(lambda n: (date(2008, 11, 23) + timedelta(days=n)).isoformat()),
)
_bool = st.booleans()
_unknown = st.just("unknown")


def _parts(**parts: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={k: v | _unknown for k, v in parts.items()})


def _words(*names: str) -> st.SearchStrategy[str]:
    return st.sampled_from(names)


_bases = _words(
    "citizen", "eu_right", "permit", "visa", "asylum_pending",
    "temporary_protection", "reflection_period", "none",
)  # fmt: skip
_decision = _words("accepts", "declines", "later")

KEYS: dict[str, st.SearchStrategy[object]] = {
    "role": _words("possible_victim", "witness", "child_of_victim", "unclear"),
    "in_finland": _bool,
    "date_of_birth": _born,
    "citizenships": st.lists(_words("FI", "NG", "RO", "VN"), max_size=2, unique=True),
    "stay": _parts(basis=_bases, until=st.none() | _near(100)),
    "municipality": st.none() | _words("Helsinki", "Kuopio"),
    "customer": _words("not_proposed", "proposed", "admitted", "admitted", "refused", "left"),
    "proposal_consent": _words("not_asked", "given", "refused", "withdrawn"),
    "children": st.lists(_parts(date_of_birth=_born, in_finland=_bool), max_size=3),
    "languages": st.lists(
        _parts(code=_words("fi", "en", "prs", "sv-FI", "zh-Hant"), reads=_bool), max_size=2
    ),
    "worker_languages": st.lists(_words("fi", "sv", "en", "prs"), max_size=2),
    "income": _words("none", "some", "enough"),
    "home_safe": _bool,
    "health_need": _bool,
    "needs_help": _bool,
    "threat": _parts(
        serious=_bool,
        against=_words("life", "health", "freedom", "property", "none"),
        target=_words("client", "worker", "another_victim", "close_person", "other", "none"),
    ),
    "police": _parts(
        wish=_words("yes", "no", "undecided", "reported"),
        process=_words("none", "pre_trial", "court"),
    ),
    "own_offence": _parts(mentioned=_bool, under_pressure=_bool),
    "losses": _bool,
    "wants_return": _bool,
    "support_person_wanted": _bool,
    "decisions": st.dictionaries(_words("all", "LEGAL", "HOUSING", "REFLECT"), _decision),
    "reflection": _parts(
        grants=st.lists(
            _parts(start=_near(300), end=_near(300), by=_words("police", "border_guard")),
            max_size=2,
        ),
        interrupted=st.none() | _near(100),
        permit_applied=st.none() | _near(100),
    ),
    "do_not_tell": st.lists(_words("employer", "family", "spouse"), max_size=2, unique=True),
    "companion": _parts(present=_bool, suspected=_bool),
    "guardian": _words("none", "parent", "representative", "suspected"),
}

some_facts = st.fixed_dictionaries({}, optional={k: v | _unknown for k, v in KEYS.items()})
"""Any object that `plan` takes."""

_DECISIVE = ("role", "in_finland", "citizenships", "stay", "customer")
known_facts = st.fixed_dictionaries(
    {key: KEYS[key] for key in _DECISIVE},
    optional={k: v | _unknown for k, v in KEYS.items() if k not in _DECISIVE},
)
"""The same with the facts that decide most, so that more than questions comes out."""
