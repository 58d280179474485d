from datetime import UTC, date, datetime

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.cases.telling import Ground, Telling, log, told, written

MOMENT = datetime(2026, 11, 23, 9, tzinfo=UTC)
CALL = Telling(
    "told/1", "Safe house South", "shelter", "To have a room ready", ("called", "language"),
    "", date(2026, 11, 23), "10:24", "phone", Ground.CONSENT, "consent/1", "", "Pihlaja",
)  # fmt: skip
NOTICE = Telling(
    "told/2", "police", said="A man said he would come tonight.", on=date(2026, 11, 24),
    at="08:00", how="phone", ground=Ground.THREAT, reason="A threat to life", by="Pihlaja",
)  # fmt: skip


def a_case(*writings):
    return Case("c", [
        Change(f"{record}{field}", "c", record, field, value, (), "P", "d", MOMENT)
        for record, field, value in writings
    ])  # fmt: skip


def test_what_was_told_is_read_as_it_was_written_the_last_first():
    assert told(a_case(*written(CALL), *written(NOTICE))) == (NOTICE, CALL)


def test_the_log_holds_papers_too_but_never_their_text():
    printed = [("print/1", "kind", "summary"), ("print/1", "on", "2026-11-25")]
    first, *others = log(a_case(*written(CALL), *printed))
    assert (first.kind, first.how, first.recipient, first.said) == (
        "summary",
        "paper",
        "client",
        "",
    )
    assert others == [CALL]
