import io

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.agreements import State, asked_about
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM
from assistance_desktop.cases.telling import told

CASE = "c"
NAME = "Puro Niitty"


def text_of(pdf):
    with io.BytesIO(pdf) as file:
        paper = pypdfium2.PdfDocument(file)
        return " ".join(page.get_textpage().get_text_range() for page in paper)


def said(case):
    return asked_about(case, ASSISTANCE_SYSTEM)


def test_before_a_yes_there_is_no_paper_and_the_page_says_why(page):
    page.show_case(CASE)
    assert page.paper.pdf == b""
    assert page.print_button.isHidden()
    assert page.asking.isVisible()
    assert page.refusal.isVisible()


def test_the_yes_waits_until_it_was_told_what_joining_means(page):
    page.show_case(CASE)
    assert not page.asking.yes.isEnabled()
    assert page.asking.no.isEnabled()
    page.asking.told.setChecked(True)
    assert page.asking.yes.isEnabled()


def test_a_no_is_written_down_and_talking_without_a_name_stays(qtbot, session, page, content):
    page.show_case(CASE)
    with qtbot.waitSignal(page.written):
        page.asking.no.click()
    case = session.case(CASE)
    assert said(case)[0].state is State.REFUSED
    assert case.text("intake", content.paths["proposal_consent"]) == "refused"
    assert page.nameless.isVisible()
    with qtbot.waitSignal(page.telling_wanted) as wanted:
        page.nameless.button.click()
    assert wanted.args == [CASE, "nameless"]


def test_the_paper_holds_what_the_form_asks_and_nothing_else_of_the_case(qtbot, agreed):
    with qtbot.waitSignal(agreed.paper.made):
        qtbot.keyClicks(agreed.fields.fields["name"].edit, NAME)
    text = text_of(agreed.paper.pdf)
    for words in (NAME, "14 March 1998", "Vietnamese", "Through the proposer only", "Pihlaja"):
        assert words in text
    for secret in ("040 000", "passport", "Aurora"):
        assert secret not in text


def test_the_name_is_on_the_paper_and_never_in_the_case(qtbot, session, agreed):
    with qtbot.waitSignal(agreed.paper.made):
        qtbot.keyClicks(agreed.fields.fields["name"].edit, NAME)
        qtbot.keyClicks(agreed.fields.fields["uma"].edit, "1234567")
        agreed.fields.fields["account"].edit.setPlainText("I was told I would clean.")
    agreed._keeper.flush()
    qtbot.waitUntil(lambda: session.case(CASE).text("proposal", "account") != "")
    everything = repr(session.case(CASE).changes)
    assert NAME not in everything
    assert "1234567" not in everything
    agreed.show_case(CASE)
    assert agreed.fields.fields["name"].text == ""
    assert agreed.fields.fields["account"].text == "I was told I would clean."


def test_what_the_plan_accepted_is_a_draft_of_observations(agreed):
    agreed.fields.needs_wanted.emit()
    agreed.fields.needs_wanted.emit()
    assert agreed.fields.fields["observations"].text == "Safe housing."


def test_sent_is_written_down_with_the_status_the_consent_and_what_was_told(
    qtbot, session, agreed, content
):
    with qtbot.waitSignal(agreed.written):
        agreed.sending.sent_button.click()
    case = session.case(CASE)
    assert case.text("intake", content.paths["customer"]) == "proposed"
    assert case.text("proposal", "sent_on") == session.today.isoformat()
    (one,) = told(case)
    assert (one.recipient, one.consent) == (ASSISTANCE_SYSTEM, said(case)[0].record)
    assert {"language", "age", "stay"} <= set(one.what)
    assert not {"phone", "happened", "health"} & set(one.what)


def test_a_consent_that_is_taken_back_takes_the_paper_with_it(qtbot, agreed, write, tmp_path):
    write((said(agreed._session.case(CASE))[0].record, "state", "withdrawn"))
    path = tmp_path / "Proposal.pdf"
    agreed.paper.save(path)
    assert not path.exists()
    assert agreed.paper.pdf == b""
    assert agreed.asking.isVisible()


def test_saving_is_registered_without_the_text(qtbot, session, agreed, tmp_path):
    with qtbot.waitSignal(agreed.written):
        agreed.paper.save(tmp_path / "Proposal.pdf")
    case = session.case(CASE)
    (record,) = case.records("print")
    assert case.fields(record) == {
        "kind": "proposal", "language": "en", "to": "file", "on": session.today.isoformat(),
    }  # fmt: skip


@pytest.mark.parametrize("guardian", ["parent", "suspected"])
def test_for_somebody_of_sixteen_a_representative_and_the_young_person_agree(
    qtbot, session, page, write, guardian
):
    born = session.today.replace(year=session.today.year - 16, day=1)
    write(date_of_birth=born.isoformat(), guardian=guardian)
    page.show_case(CASE)
    page.asking.told.setChecked(True)
    assert not page.asking.yes.isEnabled()
    offered = [page.asking.by.combo.itemData(at) for at in range(page.asking.by.combo.count())]
    assert ("guardian" in offered) is (guardian == "parent")
    page.asking.own_yes.setChecked(True)
    page.asking.by.combo.pick("representative")
    with qtbot.waitSignal(page.paper.made):
        page.asking.yes.click()
    (given,) = said(session.case(CASE))
    assert (given.by, given.own_consent) == ("representative", True)


def test_an_adults_yes_for_a_child_does_not_hold_once_that_adult_is_suspected(page, write, session):
    write(
        ("consent/assistance_system", "recipient", ASSISTANCE_SYSTEM),
        ("consent/assistance_system", "state", "given"),
        ("consent/assistance_system", "given_on", session.today.isoformat()),
        ("consent/assistance_system", "by", "guardian"),
        date_of_birth=session.today.isoformat(),
        guardian="suspected",
    )
    page.show_case(CASE)
    assert page.asking.isVisible()
    assert page.print_button.isHidden()


def test_everything_that_the_keyboard_reaches_has_a_spoken_name(agreed):
    nameless = [
        widget
        for widget in agreed.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_locking_keeps_the_draft_and_forgets_the_name(qtbot, session, agreed, open_vault):
    qtbot.keyClicks(agreed.fields.fields["name"].edit, NAME)
    agreed.fields.fields["account"].edit.setPlainText("Half typed")
    session.closing.emit()
    qtbot.waitUntil(lambda: session.case(CASE).text("proposal", "account") == "Half typed")
    assert agreed.fields.fields["name"].text == ""
    assert agreed.paper.pdf == b""
