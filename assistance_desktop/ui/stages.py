"""How far a case is, in a word and the tone of its chip; the same word on every screen."""

from assistance_desktop.i18n import N_, _

_STAGES = {
    "intake": (N_("Intake open"), ""),
    "plan": (N_("Plan to talk over"), ""),
    "agreed": (N_("Plan agreed"), "accent"),
    "with_office": (N_("With the office"), ""),
    "closed": (N_("Closed"), "outline"),
}


def stage_chip(stage: str) -> tuple[str, str]:
    """The words and the tone of a stage; a case without one is in its intake."""
    words, tone = _STAGES.get(stage, _STAGES["intake"])
    return _(words), tone
