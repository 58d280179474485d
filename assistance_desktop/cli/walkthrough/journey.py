"""The journey: one desk in the field, one in the office, and a case that goes both ways."""

from pathlib import Path

from assistance_desktop.app import make_application
from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.cli.walkthrough.days import plan_the_days
from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.cli.walkthrough.own_questionnaire import bring_and_fill
from assistance_desktop.cli.walkthrough.people import Person, people
from assistance_desktop.cli.walkthrough.safety import keep_safe
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.devices.page import DevicesPage
from assistance_desktop.ui.guarding.process import tighten
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.unlock.start import Way

SHOTS = {
    "consent_notes": "intake-consent",
    "free_to_leave": "intake-question",
    "citizenships": "intake-citizenships",
    "review": "intake-review",
}


def walk(scratch: Path, out: Path, cases: int) -> None:
    """Go the whole way. Raises WalkFailedError at the first check that does not hold."""
    tighten()
    application = make_application()
    hands = Hands(out)
    stick = scratch / "stick"
    stick.mkdir()
    field, office = _set_up(scratch, hands)
    _know_each_other(field, office, hands, stick)
    aurora, case_id = _meet_aurora(field, hands)
    _plan(field, hands, aurora, case_id)
    _print(field, hands, case_id, out)
    _carry(field, office, hands, stick, out, case_id)
    _compare(field, office, hands, stick, case_id)
    bring_and_fill(office, hands, out, case_id)
    _meet_others(field, hands, cases)
    plan_the_days(field, hands, case_id, out)
    keep_safe(field, hands, case_id)
    _search_the_disk(field, hands, aurora)
    with hands.step("Both desks are closed"):
        field.close()
        office.close()
        application.closeAllWindows()


def _set_up(scratch: Path, hands: Hands) -> tuple[DeskWork, DeskWork]:
    with hands.step("First start in the field"):
        field = DeskWork(scratch / "field", hands)
        field.start(Way.JOIN, "Pihlaja", pictures=True)
        hands.picture(field.window, "first-day")
        field.workspace.go("cases")
        hands.picture(field.window, "cases-empty")
    with hands.step("First start in the office"):
        office = DeskWork(scratch / "office", hands)
        office.start(Way.OFFICE, "Kataja")
    with hands.step("Lock, a wrong passphrase, unlock"):
        field.unlock(wrong_first=True)
    return field, office


def _know_each_other(field: DeskWork, office: DeskWork, hands: Hands, stick: Path) -> None:
    with hands.step("The desks get to know each other"):
        request, welcome = stick / "request.desk", stick / "welcome.desk"
        field.workspace.go("devices")
        office.workspace.go("devices")
        asking, answering = field.workspace.devices_page, office.workspace.devices_page
        hands.wait(lambda: asking.standing and answering.standing, "no card of this desk")
        asking.save_request(request)
        hands.wait(request.exists, "no request was saved")
        answering.open_request(request)
        hands.wait(lambda: answering.comparing, "the request was not opened")
        hands.picture(office.window, "devices-approve")
        _read_words_aloud(answering)
        answering.approve(welcome)
        hands.wait(welcome.exists, "no welcome was saved")
        asking.open_welcome(welcome)
        hands.wait(lambda: asking.comparing, "the welcome was not opened")
        hands.picture(field.window, "devices-join")
        joined: list[bool] = []
        asking.joined.connect(lambda: joined.append(True))
        _read_words_aloud(asking)
        asking.join()
        hands.wait(lambda: joined, "the field desk did not join")


def _read_words_aloud(page: DevicesPage) -> None:
    """Say that the six words are the same on both desks."""
    if page.comparing is None:
        raise TypeError("nothing to compare")
    page.comparing.tick.click()


def _meet_aurora(field: DeskWork, hands: Hands) -> tuple[Person, str]:
    aurora = people()[0]
    with hands.step(f"Intake, {len(aurora.answers)} answers"):
        case_id = field.interview(aurora, SHOTS)
        case = field.session.case(case_id)
        for name, given in aurora.answers.items():
            kept = case.value("intake", field.workspace.content.paths[name])
            hands.check(kept == given, f"the answer to {name} is not what was given")
    return aurora, case_id


def _plan(field: DeskWork, hands: Hands, aurora: Person, case_id: str) -> None:
    with hands.step("Plan: her own yes, later and no"):
        field.decide(aurora, case_id)
        edits = [
            Edit(f"plan/{code}", "next_step", words) for code, words in aurora.next_steps.items()
        ]
        told: list[object] = []
        field.session.edit(case_id, edits, field.window, told.append, told.append)
        hands.wait(lambda: told, "the next steps were not saved")
        hands.picture(field.window, "plan")
    with hands.step("Overview of the case"):
        field.workspace.show_case(case_id)
        hands.picture(field.window, "overview")


def _print(field: DeskWork, hands: Hands, case_id: str, out: Path) -> None:
    paper = field.workspace.paper_page
    with hands.step("Paper: in English and in Finnish"):
        field.workspace.show_paper(case_id)
        paper.choose(kept="at_home", language="en")
        for language in ("en", "fi"):
            paper.choose(language=language)
            hands.wait(lambda: paper.pdf, "the paper was not made")
            if language == "en":
                hands.picture(field.window, "print-preview")
            target = out / f"Summary-{language}.pdf"
            target.unlink(missing_ok=True)
            paper.save_pdf(target)
            hands.wait(target.exists, "the PDF was not saved")
            hands.check(target.read_bytes()[:5] == b"%PDF-", "this is no PDF")
        papers = [(out / f"Summary-{language}.pdf").read_bytes() for language in ("en", "fi")]
        hands.check(papers[0] != papers[1], "both languages are the same paper")
        hands.wait(
            lambda: len(field.session.case(case_id).records("print")) == 2,
            "the prints are not in the register",
        )


def _carry(
    field: DeskWork, office: DeskWork, hands: Hands, stick: Path, out: Path, case_id: str
) -> None:
    with hands.step("A sealed bundle is written"):
        bundle = field.write_bundle(stick)
        hands.picture(field.window, "sync")
        (out / "bundle.age").write_bytes(bundle.read_bytes())
    with hands.step("A flipped byte is refused"):
        _refuse_flipped(office, hands, bundle)
    with hands.step("The office looks, and takes it in"):
        office.read_bundle(bundle)
        hands.picture(office.window, "import-review")
        hands.check(not office.case_ids(), "looking has written something")
        office.accept()
        here, there = field.session.case(case_id), office.session.case(case_id)
        hands.check(
            there.changes == tuple(c for c in here.changes if c in there.changes),
            "the office holds something else",
        )
        hands.check(
            there.fields("intake") == here.fields("intake"), "an answer differs at the office"
        )
    with hands.step("A second import changes nothing"):
        office.read_bundle(bundle)
        hands.check(not office.workspace.review_page.frame.accept.isVisible(), "twice")
        hands.check(office.session.case(case_id).changes == there.changes, "it changed something")


def _refuse_flipped(office: DeskWork, hands: Hands, bundle: Path) -> None:
    content = bytearray(bundle.read_bytes())
    content[len(content) // 2] ^= 1
    flipped = bundle.with_name("flipped.age")
    flipped.write_bytes(bytes(content))
    page = office.workspace.exchange_page
    office.workspace.go("sync")
    page.read_bundle(flipped)
    hands.wait(lambda: page.findChildren(Notice), "nothing was said")
    hands.picture(office.window, "sync-refused")
    hands.check(not office.case_ids(), "a damaged bundle changed something")
    flipped.unlink()


def _compare(field: DeskWork, office: DeskWork, hands: Hands, stick: Path, case_id: str) -> None:
    path = field.workspace.content.paths["matters_most"]
    with hands.step("Two people write, one decides"):
        _write(field, hands, case_id, Edit("intake", path, "A lawyer first"))
        _write(office, hands, case_id, Edit("intake", path, "A safe place first"))
        office.read_bundle(field.write_bundle(stick))
        review = office.workspace.review_page
        hands.check(not review.frame.accept.isEnabled(), "a conflict was passed over")
        hands.check(review.panel is not None and review.panel.choose(2), "nothing to choose")
        hands.picture(office.window, "import-compare")
        office.accept()
    with hands.step("The answer goes back to the field"):
        field.read_bundle(office.write_bundle(stick))
        field.accept()
        here, there = field.session.case(case_id), office.session.case(case_id)
        hands.check(here.fields("intake") == there.fields("intake"), "the desks differ")
        hands.check(not here.conflicts(), "something is still to compare")
        hands.check(here.value("intake", path) is not Unanswered.NOT_ASKED, "an answer is lost")


def _write(desk: DeskWork, hands: Hands, case_id: str, edit: Edit) -> None:
    told: list[object] = []
    desk.session.edit(case_id, [edit], desk.window, told.append, told.append)
    hands.wait(lambda: told, "an edit was not saved")


def _meet_others(field: DeskWork, hands: Hands, cases: int) -> None:
    others = people()[1:]
    with hands.step(f"{max(0, cases - 1)} more people"):
        for number in range(max(0, cases - 1)):
            person = others[number % len(others)]
            case_id = field.interview(person, {})
            if number < len(others):
                field.decide(person, case_id)
        field.workspace.go("cases")
        hands.check(len(field.case_ids()) == max(1, cases), "a case is missing")
        hands.picture(field.window, "cases")


def _search_the_disk(field: DeskWork, hands: Hands, aurora: Person) -> None:
    with hands.step("None of the typed words lies readable on the disk"):
        words = [
            word.encode()
            for value in (*aurora.answers.values(), *aurora.next_steps.values(), CASE + "Aurora")
            for word in str(value).split()
            if len(word) > 5
        ]
        for path in (field.folder / "notes").rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                hands.check(not any(word in data for word in words), f"words in {path.name}")
