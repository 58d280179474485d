"""The components that answer questions of a form, for the picture tests."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout
from sheet import Ground

from assistance_desktop.ui.kit.choice_cell import ChoiceCell, ChoiceStrip
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.columns import Columns
from assistance_desktop.ui.kit.pad import Pad
from assistance_desktop.ui.kit.photo import Photo
from assistance_desktop.ui.kit.slider import Slider

OFTEN = ("Never", "Seldom", "Sometimes", "Always")
SIGNED = [(60, 110), (90, 60), (110, 120), (150, 70), (180, 115), (240, 100)]


def answers() -> Ground:
    """Lines of marks, columns, pictures, places in an order, scales and a pad."""
    page = Ground(640)
    likert, grid = [[ChoiceCell(words) for words in OFTEN] for _ in range(2)]
    likert[2].setChecked(True)
    grid[0].setChecked(True)
    page.column.addWidget(ChoiceStrip(likert))
    page.column.addWidget(ChoiceStrip(grid, bare=80))
    ticks = [ChoiceCell(words, mark="tick") for words in ("Food", "A home", "A doctor")]
    ticks[1].setChecked(True)
    page.column.addWidget(Columns(ticks, most=2))
    page.column.addLayout(_with_pictures())
    for place, words in ((1, "Money"), (2, "A home"), (0, "Work")):
        ranked = ChoiceRow(words, mark="rank")
        ranked.setChecked(bool(place))
        ranked.show_number(place)
        page.column.addWidget(ranked)
    for place in (None, 4):
        slider = Slider(10, {0: "0 not at all", 10: "10 very well"})
        slider.show_place(place)
        page.column.addWidget(slider)
    pad = Pad("Sign here", signing=True)
    pad._strokes = [[QPointF(x, y) for x, y in SIGNED]]
    page.column.addWidget(pad)
    page.column.addStretch(1)
    page.grab()  # they find their shape when they learn how wide they are
    page.layout().activate()
    page.adjustSize()
    return page


def answers_mirrored() -> Ground:
    """The same from right to left."""
    page = answers()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return page


def _with_pictures() -> QHBoxLayout:
    line = QHBoxLayout()
    image = QImage(240, 160, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    row = ChoiceRow("The green one", key="1")
    row.show_picture(QPixmap.fromImage(image))
    row.setChecked(True)
    line.addWidget(row, 1)
    line.addWidget(Photo(image, "A lamp", highest=88), 1)
    return line
