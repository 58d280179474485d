"""From what is wanted on the tabs of a case to where it is done, at a glance."""

from functools import partial
from typing import TYPE_CHECKING

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE
from assistance_desktop.ui.case_view.next_step import Leads

if TYPE_CHECKING:
    from assistance_desktop.ui.case_view.page import CasePage


def connect(page: "CasePage") -> None:
    """Connect the header and every tab with the page."""
    page.tabs.went.connect(page.show_tab)
    page.listen()
    page.deeds.failed.connect(page.say_failed)
    _from_header(page)
    _from_overview(page)
    _from_tabs(page)


def _from_header(page: "CasePage") -> None:
    page.header.back_asked.connect(page.closed)
    page.header.print_asked.connect(lambda: page.print_wanted.emit(page.case_id))
    page.header.plan_asked.connect(lambda: page.show_tab("plan"))
    page.header.intake_asked.connect(lambda: _ask(page))


def _from_overview(page: "CasePage") -> None:
    overview = page.overview
    overview.next_wanted.connect(partial(_go, page))
    overview.answer_wanted.connect(page.go_answer)
    overview.telling_wanted.connect(page.go_telling)
    overview.document_wanted.connect(page.open_document)
    overview.documents_wanted.connect(lambda: page.show_tab("documents"))
    overview.proposal_wanted.connect(page.go_proposing)
    overview.status_wanted.connect(page.change_status)
    overview.agenda_wanted.connect(page.go_planning)


def _from_tabs(page: "CasePage") -> None:
    page.answers.question_wanted.connect(page.go_asking)
    page.answers.another_wanted.connect(page.go_questioning)
    page.answers.turned.connect(page.show_header)
    documents = page.documents
    documents.opened.connect(page.open_document)
    documents.telling_wanted.connect(page.go_telling)
    documents.paper_wanted.connect(lambda: page.print_wanted.emit(page.case_id))
    documents.proposal_wanted.connect(page.go_proposing)
    documents.file_wanted.connect(page.add_document)
    page.history.opened.connect(partial(_open_change, page))


def _ask(page: "CasePage") -> None:
    page.intake_wanted.emit(page.case_id, "", page.asks)


def _go(page: "CasePage", leads: str, record: str) -> None:
    """To where the next thing is done."""
    if leads == Leads.INTAKE:
        _ask(page)
    elif leads == Leads.AGENDA:
        page.go_planning(record)
    elif leads == Leads.CLOSING:
        page.close_case()
    elif page.has_tab(leads):
        page.show_tab(leads)


def _open_change(page: "CasePage", record: str, field: str) -> None:
    """To where a change of the history stands now."""
    kind = record.partition("/")[0]
    if kind in (INTAKE, "repeat", answers.OTHERS) and field.startswith("/"):
        page.go_answer(record, field)
        return
    places = {
        "plan": "plan",
        "consent": "documents",
        "print": "documents",
        "told": "documents",
        "proposal": "documents",
        "document": "documents",
        "threat": "safety",
        "contact": "safety",
    }
    place = places.get(kind, "overview")
    page.show_tab(place if page.has_tab(place) else "overview")
