"""The documents of a case, who was told, and the pictures that never leave the vault."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from assistance_desktop.storage import attachments
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.case_view.documents import Sort, documents
from assistance_desktop.ui.case_view.recipients import recipients


def texts(widget):
    for _round in range(4):
        QApplication.sendPostedEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def rows(session, content, sort):
    return [
        (one.title, one.line)
        for one in documents(session.case("aurora"), content)
        if one.sort is sort
    ]


@pytest.fixture
def picture(session, aurora, write, publish):
    """A picture that answers a question of another questionnaire; its value."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0x336655)
    image.save(buffer, "PNG")
    connection = session.vault.connect()
    with transaction(connection):
        made = attachments.keep(
            connection, "aurora", "picture.png", "image/png", bytes(kept.data())
        )
    connection.close()
    publish()
    write(
        Edit("questionnaire/health", "form", "health_check 1"),
        Edit("questionnaire/health", "/data/care/paper", made.value),
    )
    return made.value


@pytest.fixture
def told(write, aurora):
    write(
        Edit("told/1", "recipient", "Police"),
        Edit("told/1", "on", "2026-11-20"),
        Edit("told/1", "said", "A threat on Friday, nothing else"),
        Edit("told/1", "ground", "duty_threat"),
        Edit("told/1", "reason", "Named a place and an hour"),
        Edit("told/1", "by", "Pihlaja"),
    )


def test_consents_papers_and_files_are_documents_and_the_text_of_a_paper_is_not(
    session, content, picture
):
    assert rows(session, content, Sort.CONSENT) == [
        ("Consent: the office", "Agreed"),
        ("Consent: the Assistance system", "Said no"),
    ]
    assert rows(session, content, Sort.PAPER) == [("Summary for the client", "Vietnamese")]
    assert [title for title, _line in rows(session, content, Sort.FILE)] == ["Picture"]
    assert rows(session, content, Sort.PROPOSAL) == []


def test_a_proposal_is_a_draft_until_it_was_sent(session, content, aurora, write):
    write(Edit("proposal", "account", "In her own words"))
    assert rows(session, content, Sort.PROPOSAL)[0][1] == "Draft"
    write(Edit("proposal", "sent_on", "2026-11-22"))
    assert rows(session, content, Sort.PROPOSAL)[0][1] == "Sent"


def test_the_documents_tab_shows_every_sort_and_the_whole_log(page, picture, told):
    page.show_case("aurora")
    page.show_tab("documents")
    shown = " ".join(texts(page.documents))
    for said in ("Consents", "Papers for the client", "Picture", "Police"):
        assert said in shown
    assert "Required by law, Pihlaja. Named a place and an hour" in shown


def test_a_picture_is_shown_from_the_vault(qtbot, page, session, content, picture):
    page.show_case("aurora")
    page.show_tab("documents")
    found = [one for one in documents(session.case("aurora"), content) if one.key == picture]
    page.documents.opened.emit(found[0])
    qtbot.waitUntil(lambda: page.document.sight.photo is not None)
    assert page.document.sight.photo.accessibleName() == found[0].line
    page.document.leave()


def test_a_picture_that_is_not_at_this_desk_says_so(qtbot, page, session, content, health):
    page.show_case("aurora")
    found = next(one for one in documents(session.case("aurora"), content) if one.sort is Sort.FILE)
    page.open_document(found)
    qtbot.waitUntil(lambda: "not at this desk" in page.document.sight.said.text())
    page.document.leave()


def test_a_consent_opens_telling_with_its_recipient(qtbot, page, session, content, aurora):
    page.show_case(aurora)
    found = documents(session.case("aurora"), content)[0]
    with qtbot.waitSignal(page.telling_wanted) as asked:
        page.overview.document_wanted.emit(found)
    assert asked.args == [aurora, "office"]


def test_whoever_was_told_stands_once_with_what_and_why(session, content, told):
    people = {one.who: one for one in recipients(session.case("aurora"), content, "Aurora")}
    assert people["Police"].what == "A threat on Friday, nothing else"
    assert people["Police"].said == "A serious threat. Required by law"
    assert list(people)[-1].startswith("My employer"), "who never hears stands last"


def test_a_consent_taken_back_is_said_of_somebody_who_was_told(session, content, aurora, write):
    write(
        Edit("told/2", "recipient", "the  Clinic"),
        Edit("told/2", "on", "2026-11-20"),
        Edit("told/2", "what", ["health"]),
        Edit("consent/c", "recipient", "The clinic"),
        Edit("consent/c", "state", "withdrawn"),
        Edit("consent/c", "withdrawn_on", "2026-11-22"),
    )
    found = [
        one for one in recipients(session.case("aurora"), content, "Aurora") if "linic" in one.who
    ]
    assert [one.said for one in found] == ["Aurora took it back"]
