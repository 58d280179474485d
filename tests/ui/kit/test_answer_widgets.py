from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest

from assistance_desktop.ui.kit.choice_cell import ChoiceCell, ChoiceStrip
from assistance_desktop.ui.kit.columns import Columns
from assistance_desktop.ui.kit.pad import Pad
from assistance_desktop.ui.kit.photo import Photo, encoded
from assistance_desktop.ui.kit.slider import Slider


def test_a_strip_is_a_line_and_in_little_room_a_list(page, qtbot):
    cells = [ChoiceCell(words) for words in ("Never", "Sometimes", "Always")]
    page.put(ChoiceStrip(cells))
    qtbot.waitUntil(lambda: cells[0].y() == cells[2].y())
    page.resize(220, 400)
    qtbot.waitUntil(lambda: cells[0].y() < cells[1].y() < cells[2].y())
    qtbot.mouseClick(cells[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cells[1], Qt.MouseButton.LeftButton)
    assert [cell.isChecked() for cell in cells] == [False, True, False]


def test_columns_are_as_many_as_fit(page, qtbot):
    cells = [ChoiceCell(words) for words in ("One", "Two", "Three", "Four")]
    page.put(Columns(cells, most=3))
    qtbot.waitUntil(lambda: cells[0].y() == cells[2].y() < cells[3].y())
    page.resize(200, 400)
    qtbot.waitUntil(lambda: cells[0].x() == cells[3].x())


def test_a_slider_says_nothing_before_it_is_moved_and_each_place_once(page):
    slider = page.put(Slider(10, {}, name="Sleep"))
    told = []
    slider.chosen.connect(told.append)
    slider.show_place(4)
    slider.show_place(None)
    assert slider.place is None
    assert told == []
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert told == [0, 1, 10]
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Sleep"


def test_a_slider_goes_where_it_is_pressed_also_from_the_right(page, qtbot):
    slider = page.put(Slider(10, {}))
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 12, 20))
    assert slider.place == 10
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 12, 20))
    assert slider.place == 0


def test_what_is_drawn_is_dark_ink_on_white_in_every_theme(page):
    pad = page.put(Pad("Sign here", signing=True))
    assert pad.is_empty
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    QTest.mouseMove(pad, QPoint(140, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, 60))
    image = QImage.fromData(pad.picture())
    across = image.width() / pad.width()
    assert image.pixelColor(round(90 * across), round(60 * across)) == QColor("black")
    assert image.pixelColor(2, 2) == QColor("white")
    pad.clear()
    assert pad.is_empty


def test_an_encoded_picture_holds_pixels_alone(qapp):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    for form in ("png", "jpeg"):
        assert QImage.fromData(encoded(image, form)).size() == image.size()


def test_a_photo_is_whole_and_never_higher_than_it_may_be(page):
    image = QImage(1000, 500, QImage.Format.Format_RGB32)
    photo = page.put(Photo(image, "A lamp", highest=100))
    assert photo.heightForWidth(1000) == 100
    assert photo.heightForWidth(100) == 50
    assert QAccessible.queryAccessibleInterface(photo).text(QAccessible.Text.Name) == "A lamp"
