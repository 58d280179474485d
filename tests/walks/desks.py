"""What is done again and again with the two desks of the walks."""

from assistance_desktop.cli.walkthrough.people import Person
from assistance_desktop.storage.editing import Edit

AURORA = Person(
    "Aurora",
    {
        "consent_talk": "yes",
        "consent_notes": "agrees",
        "consent_office": "agrees",
        "pseudonym": "Aurora",
        "role": "possible_victim",
        "in_finland": "yes",
        "home_safe": "no",
        "best_language": "en",
        "matters_most": "Somewhere by the cloudberry mire",
    },
    {},
    {},
)
"""A made-up person whose last answer stands nowhere else in the world."""


def introduce(field, office, stick):
    """Request, welcome and the compared words, on the devices pages of both."""
    hands, request, welcome = field.hands, stick / "request.desk", stick / "welcome.desk"
    field.workspace.go("devices")
    office.workspace.go("devices")
    asking, answering = field.workspace.devices_page, office.workspace.devices_page
    hands.wait(lambda: asking.standing and answering.standing, "no card of this desk")
    asking.save_request(request)
    hands.wait(request.exists, "no request")
    answering.open_request(request)
    hands.wait(lambda: answering.comparing, "the request was not opened")
    answering.approve(welcome)
    hands.wait(welcome.exists, "no welcome")
    asking.open_welcome(welcome)
    hands.wait(lambda: asking.comparing, "the welcome was not opened")
    joined = []
    asking.joined.connect(lambda: joined.append(True))
    asking.join()
    hands.wait(lambda: joined, "not joined")


def write(desk, case_id, *edits):
    """Edits of a case, and wait until they are on the disk."""
    told = []
    desk.session.edit(case_id, edits, desk.window, told.append, told.append)
    desk.hands.wait(lambda: told, "an edit was not saved")


def everything(desk):
    """All that the vault of a desk holds, row by row."""
    reader = desk.session.reader
    tables = [
        row[0]
        for row in reader.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
    ]
    return {
        table: sorted(map(repr, map(tuple, reader.execute(f'SELECT * FROM "{table}"'))))  # noqa: S608
        for table in tables
    }


def answer(desk, words):
    """The edit of one answer."""
    return Edit("intake", desk.workspace.content.paths["matters_most"], words)
