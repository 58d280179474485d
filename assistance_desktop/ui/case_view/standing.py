"""How far a case's plan is, as the overview counts it."""

from dataclasses import dataclass
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases.case import Case
from assistance_desktop.guidance.deadlines import Deadline
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.services import Plan, plan
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.share_bar import Share

_ACCEPTED = {"done": "in_place", "ended": "ended"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Services by what became of them; a service is counted once.

    `is_declined` says that the client said no to all that there is.
    """

    in_place: int
    ended: int
    arranged: int
    unclear: int
    declined: int
    open: int
    deadlines: tuple[Deadline, ...]
    is_declined: bool

    @property
    def whole(self) -> int:
        """How many services may be offered, or could be if more was known."""
        return self.accepted + self.unclear + self.declined + self.open

    @property
    def accepted(self) -> int:
        """How many the client accepted."""
        return self.in_place + self.ended + self.arranged

    def shares(self) -> list[Share]:
        """The bar of the overview."""
        return [
            _share(self.in_place, _("{count} in place"), "accent"),
            _share(self.arranged, _("{count} being arranged"), "bar"),
            _share(self.ended, _("{count} ended"), "track"),
            _share(self.unclear, _("{count} need to know more"), "amber"),
            _share(self.open, _("{count} not chosen yet"), ""),
            _share(self.declined, _("{count} later or declined"), "track"),
        ]

    def words(self) -> str:
        """What stands beside the heading."""
        words = ngettext(
            "{count} service, {accepted} accepted",
            "{count} services, {accepted} accepted",
            self.whole,
        )
        return words.format(count=self.whole, accepted=self.accepted)


def read(case: Case, content: Content, today: date) -> Standing:
    """Where the plan stands today.

    The services are those of the plan without the client's word, so that saying no changes what
    became of a service and never how many there are.
    """
    facts = content.facts(case, today)
    undecided = {path: one for path, one in facts.known.items() if not _is_decision(path)}
    made = plan(Facts(undecided), content.pack, today, i18n.language())
    places = [place for code, status in _statuses(made) if (place := _place(case, code, status))]
    return Standing(
        in_place=places.count("in_place"),
        ended=places.count("ended"),
        arranged=places.count("arranged"),
        unclear=places.count("unclear"),
        declined=places.count("declined"),
        open=places.count("open"),
        deadlines=made.deadlines,
        is_declined=_is_declined(case, made, places),
    )


def _statuses(made: Plan) -> list[tuple[str, str]]:
    return [(line.code, line.status) for line in made.services]


def _is_decision(path: str) -> bool:
    return path.startswith("decisions.")


def _is_declined(case: Case, made: Plan, places: list[str]) -> bool:
    declined = [code for code, _status in _statuses(made) if _decision(case, code) == "declines"]
    return bool(places) and set(places) == {"declined"} and len(declined) >= len(places)


def _decision(case: Case, code: str) -> str:
    """What the client said to a service, or to everything."""
    own = case.text(f"plan/{code}", "decision")
    chosen = own in ("accepts", "later", "declines")
    return own if chosen else case.text("plan/all", "decision")


def _place(case: Case, code: str, status: str) -> str:
    decision = _decision(case, code)
    if status == "no" or (status == "info" and not case.text(f"plan/{code}", "decision")):
        return ""
    if decision == "accepts":
        return _ACCEPTED.get(case.text(f"plan/{code}", "state"), "arranged")
    if decision in ("later", "declines"):
        return "declined"
    return {"ask": "unclear", "info": ""}.get(status, "open")


def _share(count: int, words: str, colour: str) -> Share:
    return Share(words.format(count=count), count, colour)
