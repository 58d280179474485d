"""The safety of the walk: a threat takes its three steps, and a number comes after the rules."""

from collections.abc import Mapping

from assistance_desktop.cases import threat
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.telling import told
from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.ui.threat_steps import POLICE, ThreatSteps

_THREAT: Mapping[str, Answer] = {
    "threat_serious": "yes",
    "threat_against": "life",
    "threat_target": "client",
}
_CONTACT: Mapping[str, Answer] = {
    "contact_way": ["call"],
    "phone_whose": "own_seen",
    "phone_number": "040 555 0141",
    "safe_word": "umbrella",
    "first_words": "Hello, this is Anna from the sewing course. Is this a good time?",
}
_SENTENCE = "He says that he comes tonight."


def keep_safe(desk: DeskWork, hands: Hands, case_id: str) -> None:
    """Answer that there is a threat, see to it, and look at how to call."""
    with hands.step("A serious threat: 112 first, three steps, one sentence for the police"):
        _see_to_threat(desk, hands, case_id)
    with hands.step("Before a call: what the client asked for, then the number, for a minute"):
        _look_before_calling(desk, hands, case_id)


def _answer(desk: DeskWork, case_id: str, said: Mapping[str, Answer]) -> None:
    workspace = desk.workspace
    workspace.show_intake(case_id)
    for name, value in said.items():
        workspace.intake_page.answer(workspace.content.paths[name], value)


def _see_to_threat(desk: DeskWork, hands: Hands, case_id: str) -> None:
    page = desk.workspace.intake_page
    _answer(desk, case_id, _THREAT)
    page.go(desk.workspace.content.paths["threat_target"])
    page.next()
    steps = page.middle.view
    if not isinstance(steps, ThreatSteps):
        raise TypeError("the threat was passed over")
    hands.picture(desk.window, "threat")
    page.next()
    hands.check(page.middle.view is steps, "the threat was passed over")
    steps.called.click()
    steps.heard.click()
    steps.what.set_text(_SENTENCE)
    steps.police.click()
    hands.wait(lambda: page.keeper.is_settled, "the telling was not saved")
    case = desk.session.case(case_id)
    hands.check(threat.standing(case) is None, "the threat still stands")
    said = [one.said for one in told(case) if one.recipient == POLICE]
    hands.check(said == [_SENTENCE], "the police were told something else")


def _look_before_calling(desk: DeskWork, hands: Hands, case_id: str) -> None:
    workspace = desk.workspace
    _answer(desk, case_id, _CONTACT)
    workspace.intake_page.close_intake()
    hands.wait(lambda: workspace.intake_page.keeper.is_settled, "an answer was not saved")
    workspace.show_case(case_id)
    workspace.case_page.show_tab("safety")
    hands.picture(desk.window, "safety")
    workspace.safety_view.contact_wanted.emit(case_id)
    panel = workspace.calling.panel
    if panel is None:
        raise TypeError("nothing was opened")
    hands.picture(desk.window, "safe-contact")
    panel.show_button.click()
    hands.wait(lambda: not panel.show_button.isEnabled(), "the number was not shown")
    hands.check(desk.session.case(case_id).records("contact"), "it was not recorded")
    panel.leave()
