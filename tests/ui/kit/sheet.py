"""The component sheets of mock-ups 00 and 37, built from the kit for the picture tests."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture, Rule
from assistance_desktop.ui.kit.chip import Chip, FilterChip
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.client_sheet import ClientSheet, Shown
from assistance_desktop.ui.kit.clock import Clock
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.dialog import Dialog, DialogCard
from assistance_desktop.ui.kit.empty_state import EmptyState
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.mark import KeyCap
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.progress import Count, Job
from assistance_desktop.ui.kit.rail import Rail, RailItem
from assistance_desktop.ui.kit.ring import FocusRing
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.kit.section_rail import SectionRail
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.switch import Switch, TickBox
from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.kit.timeline import Event, Timeline
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.words import Words


class Ground(QWidget):
    """A page on window ground that can be taken as a picture."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFixedWidth(width)
        self.rings: list[tuple[QWidget, float]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(16)


def row(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(gap)
    for each in widgets:
        made.addWidget(each)
    made.addStretch(1)
    return made


def components() -> Ground:
    """Mock-up 00."""
    page = Ground(1280)
    page.column.addWidget(Words("Components", "title"))
    page.column.addLayout(_two(_type(), _chips(page)))
    page.column.addWidget(_buttons(page))
    page.column.addLayout(_two(_choices(page), _fields(page)))
    page.column.addLayout(_two(_banners(), _clocks()))
    page.column.addLayout(_two(_rails(), _rows()))
    return page


def _two(left: QWidget, right: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(16)
    made.addWidget(left, 1)
    made.addWidget(right, 1)
    return made


def _type() -> Card:
    card = Card("Type, Noto Sans")
    grid = QGridLayout()
    grid.setColumnMinimumWidth(0, 136)
    grid.setColumnStretch(1, 1)
    grid.setVerticalSpacing(10)
    lines = [
        ("title 24/32, 600", "How are you today?", "title"),
        ("head 18/26, 600", "Safe way to make contact", "head"),
        ("body 15/22, 400", "Services are free and voluntary.", "body"),
        ("small 13/18, 400", "Saved, encrypted, 2 s ago", "small"),
    ]
    for at, (what, words, letter) in enumerate(lines):
        grid.addWidget(Words(what, "small", "text_3"), at, 0)
        grid.addWidget(Words(words, letter), at, 1)
    card.body.addLayout(grid)
    return card


def _chips(page: Ground) -> Card:
    card = Card("Chips")
    card.body.addLayout(
        row(
            Chip("Intake open"),
            Chip("Plan agreed", "accent", icon="check"),
            Chip("Due today", "amber", icon="clock"),
            Chip("Serious threat", "red", icon="alert"),
            Chip("Closed", "outline"),
        )
    )
    mine, focused = FilterChip("Mine", 9), FilterChip("Not sent", 2)
    mine.setChecked(True)
    page.rings.append((focused, 18))
    card.body.addLayout(row(mine, FilterChip("Needs attention", 3), focused))
    card.body.addLayout(row(KeyCap("Ctrl K"), KeyCap("1"), KeyCap("F9")))
    card.body.addStretch(1)
    return card


def _buttons(page: Ground) -> Card:
    card = Card("Buttons")
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    grid.setColumnMinimumWidth(0, 140)
    grid.setColumnStretch(6, 1)
    for column, state in enumerate(("Rest", "Hover", "Focus", "Pressed", "Disabled"), 1):
        grid.addWidget(Words(state, "small", "text_3", centred=True), 0, column)
    kinds = [
        ("Primary", "Next", "primary", "arrow-r"),
        ("Secondary", "Back", "secondary", "arrow-l"),
        ("Quiet", "Skip for now", "quiet", ""),
        ("Caution", "Revoke", "caution", ""),
    ]
    for line, (name, words, kind, icon) in enumerate(kinds, 1):
        grid.addWidget(Words(name, "small", "text_2"), line, 0)
        for column in range(1, 6):
            button = Button(words, kind, icon=icon)
            button.setMinimumWidth(156)
            _show_state(page, button, column)
            grid.addWidget(button, line, column)
    grid.addWidget(Words("Threat to life only", "small", "text_2"), 5, 0)
    called = Button("I have called", "life", icon="phone")
    called.setMinimumWidth(156)
    grid.addWidget(called, 5, 1)
    card.body.addLayout(grid)
    return card


def _show_state(page: Ground, button: Button, column: int) -> None:
    if column == 2:
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    elif column == 3:
        page.rings.append((button, 8))
    elif column == 4:
        button.setDown(True)
    elif column == 5:
        button.setEnabled(False)


def _choices(page: Ground) -> Card:
    card = Card("Choice row")
    card.body.setSpacing(10)
    rows = [
        ChoiceRow("Rest", key="1"),
        ChoiceRow("Hover", key="2"),
        ChoiceRow("Focus", key="3"),
        ChoiceRow("Selected", key="4"),
        ChoiceRow("Selected, one of many", mark="tick"),
        ChoiceRow("Prefers not to say", key="5", quiet=True),
    ]
    rows[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    page.rings.append((rows[2], 8))
    rows[3].setChecked(True)
    rows[4].setChecked(True)
    for each in rows:
        card.body.addWidget(each)
    return card


def _fields(page: Ground) -> Card:
    card = Card("Fields")
    card.body.setSpacing(10)
    card.body.addWidget(LineField("Label", hint="Rest, with a hint"))
    wrong = LineField("", "31 February", name="Date")
    wrong.show_error("This date does not exist. Did you mean 28 February?")
    off = LineField("", "Disabled", name="Off")
    off.setEnabled(False)
    card.body.addWidget(wrong)
    card.body.addWidget(off)
    on, ticked = Switch("On", tidy=True), TickBox("Ticked", tidy=True)
    on.setChecked(True)
    ticked.setChecked(True)
    offs = Switch("Off", tidy=True), TickBox("Not", tidy=True)
    card.body.addLayout(row(on, offs[0], ticked, offs[1], gap=24))
    options = [("accepts", "Accepts"), ("later", "Later"), ("declines", "Declines")]
    card.body.addLayout(row(Segmented(options, "accepts")))
    card.body.addStretch(1)
    return card


def _banners() -> Card:
    card = Card("Banners")
    card.body.setSpacing(10)
    hint = "<b>Before you ask.</b> Make sure nobody else can hear."
    card.body.addWidget(Banner(hint, "accent", rich=True))
    card.body.addWidget(Banner("Both values stay in the case history."))
    card.body.addWidget(Banner("A paper or a PDF is not encrypted.", "amber"))
    card.body.addWidget(Banner("Is someone in danger right now? Call 112 first.", "red", bold=True))
    return card


def _clocks() -> Card:
    card = Card("Clock and progress")
    card.body.setSpacing(14)
    ends = "Reflection period ends in {left}"
    start, today = date(2026, 4, 24), date(2026, 10, 13)
    card.body.addWidget(Clock(ends, start, date(2026, 10, 24), today))
    card.body.addWidget(Clock(ends, date(2026, 7, 17), date(2027, 1, 17), today))
    count = Count("Reading a bundle")
    count.show_count(18, 29)
    card.body.addWidget(count)
    card.body.addStretch(1)
    return card


def _rails() -> Card:
    card = Card("Rail items", padded=False)
    rail = Rail(
        [("today", "today", "Today"), ("cases", "cases", "Cases"), ("sync", "sync", "Sync")]
    )
    rail.go("today")
    rail.set_badge("sync", 4)
    rail.findChildren(RailItem)[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    sections = SectionRail()
    sections.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    states = [
        ("Done", "done", "4/4"),
        ("Some skipped", "part", "11/12"),
        ("Current", "empty", "3/9"),
        ("A serious threat", "threat", "1/5"),
        ("To come", "empty", "0/14"),
    ]
    for words, state, count in states:
        sections.add(words, words).show_state(state, count)
    sections.go("Current")
    both = QHBoxLayout()
    both.setSpacing(0)
    both.addWidget(rail)
    both.addWidget(sections, 1)
    card.body.addLayout(both)
    return card


def _rows() -> Card:
    card = Card("Rows, menu, toast", padded=False)
    rows = [
        Row("Aurora", "Rest", letter="A", opens=True, first=True),
        Row("Kielo", "Hover", letter="K", opens=True),
        Row("Usva", "Selected", letter="U", tone="card", opens=True),
    ]
    rows[1].setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    rows[2].set_ground("accent_soft")
    for each in rows:
        card.body.addWidget(each)
    card.body.addWidget(Rule())
    below = QHBoxLayout()
    below.setContentsMargins(16, 12, 16, 14)
    below.setSpacing(16)
    menu = Menu()
    menu.offer("Rename", menu.close, icon="pencil")
    menu.setActiveAction(menu.offer("Print", menu.close, icon="printer"))
    shown = QLabel()
    shown.setPixmap(menu.grab())
    below.addWidget(shown)
    below.addWidget(
        Toast(card, "Next step removed", "Undo", icon=""), 0, Qt.AlignmentFlag.AlignBottom
    )
    below.addStretch(1)
    card.body.addLayout(below)
    card.body.addStretch(1)
    return card


def notices() -> Ground:
    """Mock-up 37."""
    page = Ground(1280)
    page.column.setContentsMargins(24, 14, 24, 24)
    page.column.setSpacing(12)
    page.column.addWidget(Words("Notices, toasts and dialogs", "title"))
    columns = QHBoxLayout()
    columns.setSpacing(16)
    for cards in (
        (_notices(),),
        (_jobs(), _save_lines(), _wrong_date()),
        (_erase(page), _revoke(), _toasts()),
    ):
        column = QVBoxLayout()
        column.setSpacing(16)
        for each in cards:
            column.addWidget(each)
        column.addStretch(1)
        columns.addLayout(column, 1)
    page.column.addLayout(columns)
    return page


def _notices() -> Card:
    card = Card("Notice: beside its cause, stays until closed")
    card.body.setSpacing(10)
    card.body.addWidget(
        Notice("Plan agreed and saved", "The office gets it with the next exchange.", action="Undo")
    )
    ends = "The permission to stay ends in 9 days"
    legal = "Ask for legal advice this week."
    card.body.addWidget(Notice(ends, legal, "amber", icon="clock", action="Open"))
    stick = "Nothing is lost. Put it in again and write the bundle once more."
    early = "The stick was taken out too early"
    card.body.addWidget(Notice(early, stick, "amber", action="Try again"))
    waiting = "4 changes wait here, saved and encrypted."
    card.body.addWidget(Notice("Offline", waiting, "", icon="wifi-off", closable=False))
    danger = "Is someone in danger right now? Call 112 first."
    only = "Only for a serious threat to life, health or freedom."
    card.body.addWidget(Notice(danger, only, "red", closable=False))
    return card


def _jobs() -> Card:
    card = Card("Long job: time left, can be stopped")
    card.body.setSpacing(10)
    reading = Job(
        "Reading a bundle from the Helsinki office", "Stopping leaves everything as it was."
    )
    reading.show_progress(18, 29, "18 of 29, about 20 s left")
    testing = Job("Testing the backup")
    testing.show_progress(28, 100, "A few seconds")
    for each in (reading, Rule(), testing, Rule()):
        card.body.addWidget(each)
    done = Words("Report made, 3 pages")
    line = row(Picture("check", "accent_text"), done)
    line.addWidget(Button("Open", "quiet", size="small"))
    card.body.addLayout(line)
    return card


def _save_lines() -> Card:
    card = Card("Save line: always in words")
    saved, failed = SaveLine(), SaveLine()
    saved.show_saved(2)
    full = "Not saved yet: the disk is full. Your text is kept here."
    failed.show_failed(full, "Make room")
    card.body.addWidget(saved)
    card.body.addWidget(failed)
    return card


def _wrong_date() -> Card:
    card = Card("Under a field")
    field = LineField("Permission to stay ends", "31 February 2027")
    field.show_error("This date does not exist. Did you mean 28 February?")
    card.body.addWidget(field)
    return card


def _erase(page: Ground) -> DialogCard:
    text = (
        "Answers, notes, plan and documents go on every desk. <b>Nobody can bring them back.</b> "
        "Paper that was printed stays where it is."
    )
    card = DialogCard(
        "Erase this person’s file?", text, line="K7-2CDM, on 4 desks", icon="eraser", rich=True
    )
    keep = Button("Keep the file")
    page.rings.append((keep, 8))
    card.foot.addStretch(1)
    card.foot.addWidget(Button("Erase", "caution"))
    card.foot.addWidget(keep)
    return card


def _revoke() -> DialogCard:
    text = (
        "It gets no more bundles. Bundles that it already has can still be opened there. What it "
        "sends from now on is set aside for you to look at."
    )
    card = DialogCard("Revoke Tablet 2?", text, line="Pihlaja, last used Fri 9 Oct", icon="ban")
    card.foot.addStretch(1)
    card.foot.addWidget(Button("Revoke", "caution"))
    card.foot.addWidget(Button("Keep it"))
    return card


def _toasts() -> Card:
    card = Card("Toast: bottom centre, 8 seconds, one action")
    card.body.setSpacing(10)
    card.body.addWidget(_stage("Next step removed", "Undo"))
    card.body.addWidget(_stage("Bundle written to TEAM-3. Safe to take out"))
    return card


def _stage(text: str, action: str = "", *, icon: str = "check") -> QWidget:
    """A small window with a toast at its place."""
    host = QWidget()
    host.setMinimumHeight(88)
    Toast(host, text, action, icon=icon)
    return host


def mirrored() -> Ground:
    """What reads from right to left: the client's sheet and the choices beside it."""
    page = Ground(720)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.column.addWidget(PageHeader("الأسئلة", "كم مرة خرجت وحدك؟", back=True))
    sheet = ClientSheet()
    question, answers = "هل يمكنك مغادرة المكان عندما تريد؟", ("نعم، متى أردت", "أحيانًا", "لا")
    sheet.show_words(Shown(question, answers, mirrored=True))
    sheet.choose([1])
    rail = SectionRail()
    rail.add("a", "السلامة").show_state("done", "4/4")
    rail.add("b", "عنك").show_state("part", "3/9")
    rail.go("b")
    column = QVBoxLayout()
    column.addWidget(sheet)
    first, second = ChoiceRow("نعم، متى أردت", key="1"), ChoiceRow("لا", key="2", quiet=True)
    first.setChecked(True)
    for each in (first, second, Segmented([("a", "نعم"), ("b", "لاحقًا"), ("c", "لا")], "a")):
        column.addWidget(each)
    column.addWidget(Banner("يمكنك التوقف في أي وقت.", "accent", icon="pause"))
    column.addLayout(
        row(
            Button("رجوع", icon="arrow-l"),
            Button("التالي", "primary", icon="arrow-r", icon_after=True),
        )
    )
    column.addStretch(1)
    both = QHBoxLayout()
    both.addWidget(rail)
    both.addLayout(column, 1)
    page.column.addLayout(both)
    return page


def picture(page: Ground):
    """The page as an image, with the rings that it asks for."""
    page.ensurePolished()
    page.resize(page.width(), page.layout().totalHeightForWidth(page.width()))
    page.show()
    for each, radius in page.rings:
        FocusRing(each, radius)
    return page.grab().toImage()


def lists() -> Ground:
    """Cases (03), the timeline (06), the client's sheet (04) and what an empty page shows."""
    page = Ground(1280)
    page.column.addWidget(_cases())
    page.column.addLayout(_two(_events(), _client()))
    return page


def _cases() -> Card:
    card = Card(padded=False)
    titles = (("Pseudonym", 216), ("Worker", 120), ("Status", 192), ("Next step", 0), ("Sync", 168))
    table = RowTable([Column(*each) for each in titles], name="Cases")
    table.setMinimumHeight(40 + 4 * 61)
    rows = [
        _case("Tuisku", "K7-9TX3", ("Serious threat", "red", "alert"), "Today 11:00", "Sent"),
        _case("Kielo", "H2-6PWD", ("Plan agreed", "accent", ""), "Today 12:15", "2 to send"),
        _case("Halla", "H2-8QLF", ("Needs attention", "amber", ""), "Today", "Sent"),
        _case("Ruska", "K7-1R8C", ("Intake open", "", ""), "No date", "Sent"),
    ]
    table.show_rows(rows)
    table._hover(1)
    card.body.addWidget(table)
    return card


def _case(name: str, number: str, status: tuple[str, str, str], due: str, sync: str):
    words, tone, icon = status
    soon = "text" if due.startswith("Today") else "text_3"
    sent = sync == "Sent"
    return number, (
        RowCell(name, number, bold=True, glyph=name[0]),
        RowCell("Pihlaja", tone="text_2"),
        RowCell(words, chip=tone, icon=icon),
        RowCell("Call back the on-duty officer", due, line_tone=soon),
        RowCell(
            sync,
            small=True,
            tone="accent_text" if sent else "text_2",
            icon="check" if sent else "out",
        ),
    )


def _events() -> Card:
    card = Card("Timeline")
    timeline = Timeline()
    timeline.show_events(
        [
            Event("Move to the safe house", "Pihlaja goes along", "Thu 15 Oct", "calendar", "next"),
            Event("Plan agreed together", "5 services accepted", "Fri 9 Oct", "check", "done"),
            Event("First meeting", "Consent given, intake started", "Tue 21 Apr", "person"),
        ]
    )
    card.body.addWidget(timeline)
    card.body.addWidget(Combo([("vi", "Tiếng Việt")], "vi", name="Language", icon="globe"))
    card.body.addStretch(1)
    return card


def _client() -> ClientSheet:
    sheet = ClientSheet()
    answers = (
        "Có, bất cứ lúc nào tôi muốn",
        "Thỉnh thoảng, hoặc chỉ khi có người cho phép",
        "Không",
    )
    sheet.show_words(Shown("Bạn có thể rời khỏi nơi bạn làm việc khi bạn muốn không?", answers))
    sheet.choose([1])
    return sheet


def asked() -> Ground:
    """A dialog over a page of the window, with Hide above the scrim."""
    page = Ground(960)
    page.column.setContentsMargins(0, 0, 0, 0)
    page.column.addWidget(PageHeader("Erasure", "K7-2CDM"))
    empty = EmptyState("No cases on this computer yet", "Start an intake when you meet someone.")
    empty.buttons.addWidget(
        Button("New intake", "primary", icon="plus", size="large", key="Ctrl N")
    )
    page.column.addWidget(empty)
    text = "Answers, notes, plan and documents go on every desk. <b>Nobody can bring them back.</b>"
    dialog = Dialog(
        page,
        "Erase this person’s file?",
        text,
        act="Erase",
        keep="Keep the file",
        line="K7-2CDM, on 4 desks",
        icon="eraser",
        rich=True,
    )
    page.setFixedHeight(560)
    dialog.open_now()
    return page
