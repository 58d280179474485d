"""What is done at one desk of the walkthrough, on its real window."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton

from assistance_desktop.cases.case import CASE
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.cli.walkthrough.people import Person
from assistance_desktop.storage import case_store
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui.intake.question_view import QuestionView
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.plan.offer_row import OfferRow
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.name_page import NamePage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.ready_page import ReadyPage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.start import Way
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from assistance_desktop.ui.unlock.welcome_page import WelcomePage
from assistance_desktop.ui.workspace import Workspace

PASSPHRASE = "seven cranberry lanterns drifting"  # noqa: S105 - of a vault that lives for a minute
Page = TypeVar("Page", WelcomePage, NamePage, PassphrasePage, RecoveryPage)
CHOICES = ("accepts", "later", "declines")


class DeskWork:
    """One desk: its window and what a person does there."""

    def __init__(self, folder: Path, hands: Hands) -> None:
        self.hands = hands
        self.folder = folder
        self.window = MainWindow(folder)
        self.window.resize(1280, 768)
        self.window.show()

    @property
    def workspace(self) -> Workspace:
        """The pages, once the notes are open."""
        if self.window.workspace is None:
            raise RuntimeError("the notes are locked")
        return self.window.workspace

    @property
    def session(self) -> Session:
        """The open vault."""
        return self.workspace.session

    def start(self, way: Way, worker: str, *, pictures: bool = False) -> None:
        """The first start, page by page."""
        hands, window = self.hands, self.window
        first = window.entrance
        if not isinstance(first, FirstStart):
            raise TypeError("no first start")
        self._on(first, WelcomePage).ways[way].click()
        self._picture("first-start", wanted=pictures)
        first.foot.next.click()
        hands.type(self._on(first, NamePage).worker.edit, worker)
        self._picture("names", wanted=pictures)
        first.foot.next.click()
        page = self._on(first, PassphrasePage)
        for words in ("aurora", PASSPHRASE):
            hands.check(first.page is page, "a weak passphrase was taken")
            hands.type(page.first.edit, words)
            hands.type(page.again.edit, words)
            if words != PASSPHRASE:
                first.foot.next.click()
        self._picture("passphrase", wanted=pictures)
        first.foot.next.click()
        self._write_sheet_down(self._on(first, RecoveryPage), pictures=pictures)
        hands.check(first.foot.next.isEnabled(), "the sheet did not prove itself")
        first.foot.next.click()
        hands.wait(lambda: isinstance(first.page, ReadyPage), "the vault was not made")
        self._picture("ready", wanted=pictures)
        first.foot.next.click()
        hands.wait(lambda: window.workspace, "the notes did not open")

    def _write_sheet_down(self, page: RecoveryPage, *, pictures: bool) -> None:
        """Copy the sheet by hand and type it back, the first time with a wrong sign."""
        groups = page.preview.groups
        self._picture("recovery-sheet", wanted=pictures)
        page.written_button.click()
        field = page.typed.fields[1]
        wrong = "B" if groups[0][-1] != "B" else "8"
        self.hands.type(field.edit, groups[0][:-1] + wrong)
        self.hands.check(field.error, "a wrong sign of the sheet was taken")
        self._picture("recovery-sheet-typed-back", wanted=pictures)
        for place, group in enumerate(groups, 1):
            self.hands.type(page.typed.fields[place].edit, group)

    def unlock(self, *, wrong_first: bool = False) -> None:
        """Lock, try a wrong passphrase if asked to, and open again."""
        window, hands = self.window, self.hands
        window.lock()
        hands.check(window.workspace is None, "the lock left something open")
        page = window.entrance
        if not isinstance(page, UnlockPage):
            raise TypeError("no unlock page")
        if wrong_first:
            hands.type(page.form.field.edit, "another passphrase altogether")
            page.form.button.click()
            hands.wait(
                lambda: page.form.field.error or page.form.notice,
                "a wrong passphrase was not refused",
            )
            hands.picture(window, "unlock-refused")
            hands.wait(page.form.button.isEnabled, "the pause did not end")
        hands.type(page.form.field.edit, PASSPHRASE)
        self._picture("unlock", wanted=wrong_first)
        page.form.button.click()
        hands.wait(lambda: window.workspace, "the passphrase did not open the notes")

    def interview(self, person: Person, shots: dict[str, str]) -> str:
        """The intake of a person, question by question; the new case's id."""
        page, hands = self.workspace.intake_page, self.hands
        self.workspace.start_intake()
        paths = self.workspace.content.paths
        for name, value in person.answers.items():
            page.go(paths[name])
            if not isinstance(page.middle.view, QuestionView):
                raise TypeError(name)
            page.middle.view.answerings[0].put(value)
            if name in shots:
                hands.wait(lambda: page.keeper.is_settled, "an answer was not saved")
                hands.picture(self.window, shots[name])
        case_id = page.case_id
        page.go("review")
        hands.wait(lambda: page.keeper.is_settled, "the answers were not saved")
        if "review" in shots:
            hands.picture(self.window, shots["review"])
        page.next()
        hands.wait(lambda: self.session.case(case_id).text(CASE, "stage") == "plan", "not finished")
        return case_id

    def decide(self, person: Person, case_id: str) -> None:
        """The client's own yes, later or no to each service."""
        self.workspace.show_plan(case_id)
        for code, decision in person.decisions.items():
            if code == "all":
                self.workspace.plan_view.decline_all.click()
                continue
            button = self._choice(code, decision)
            self.hands.check(button, f"{code} cannot be decided")
            if button is not None:
                button.click()
            self.hands.wait(
                lambda code=code, decision=decision: (
                    self.session.case(case_id).value(f"plan/{code}", "decision") == decision
                ),
                f"the choice for {code} was not saved",
            )

    @staticmethod
    def _on(first: FirstStart, kind: type[Page]) -> Page:
        """The page of the first start, which must be this one."""
        if not isinstance(first.page, kind):
            raise TypeError(kind.__name__)
        return first.page

    def _choice(self, code: str, decision: str) -> QAbstractButton | None:
        for row in self.workspace.plan_view.findChildren(OfferRow):
            if row.offer.line.code == code:
                buttons = row.choice.findChildren(QAbstractButton)
                return buttons[CHOICES.index(decision)]
        return None

    def write_bundle(self, folder: Path) -> Path:
        """Seal what waits for the other desk; the file."""
        before = set(folder.iterdir())
        to = desks.read(self.session.reader).peers[0]
        self.workspace.go("sync")
        self.workspace.exchange_page.write_bundle(folder, to)

        def arrived() -> list[Path]:
            return [one for one in folder.iterdir() if one not in before and one.suffix == ".age"]

        self.hands.wait(arrived, "no bundle was written")
        return arrived()[0]

    def read_bundle(self, path: Path) -> None:
        """Open a bundle and look at what it would do; nothing is taken in yet."""
        self.workspace.go("sync")
        opened: list[object] = []
        self.workspace.exchange_page.bundle_opened.connect(opened.append)
        self.workspace.exchange_page.read_bundle(path)
        self.hands.wait(lambda: opened, "the bundle was not opened")

    def accept(self) -> None:
        """Take the bundle in."""
        accepted: list[object] = []
        review = self.workspace.review_page
        review.accepted.connect(accepted.append)
        self.hands.click(review.frame.accept, "Accept")
        self.hands.wait(lambda: accepted, "the bundle was not taken in")

    def case_ids(self) -> list[str]:
        """Every case of the desk."""
        return case_store.case_ids(self.session.reader)

    def close(self) -> None:
        """Leave the desk."""
        self.window.close()

    def _picture(self, name: str, *, wanted: bool) -> None:
        if wanted:
            self.hands.picture(self.window, name)
