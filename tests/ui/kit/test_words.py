from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from assistance_desktop.ui.kit.client_sheet import ClientSheet, Shown
from assistance_desktop.ui.kit.icons import icon, paint_icon
from assistance_desktop.ui.kit.spoken_answer import SpokenAnswer
from assistance_desktop.ui.kit.words import Paragraph, Words


def test_words_have_the_line_height_of_the_design(page):
    assert page.put(Words("One line")).heightForWidth(300) == 22
    assert Words("One line", "title").heightForWidth(300) == 32
    assert Words("One\nTwo").heightForWidth(300) == 44


def test_words_wrap_and_are_never_cut(page):
    words = page.put(Words("Services are free and voluntary. " * 4))
    assert words.heightForWidth(200) > words.heightForWidth(500) > 22
    assert words.minimumSizeHint().width() <= 100


def test_marks_are_read_only_when_asked_for(page):
    assert Words("<b>11</b> days", rich=True).text() == "11 days"
    assert Words("<b>11</b> days").text() == "<b>11</b> days"


def test_arabic_has_taller_lines(page):
    assert Paragraph("هل يمكنك المغادرة؟").line_height() > Paragraph("Can you?").line_height()


def test_the_client_reads_in_their_own_direction(page):
    sheet = page.put(ClientSheet())
    sheet.show_words(Shown("هل يمكنك المغادرة؟", ("نعم", "لا"), mirrored=True))
    assert sheet.layoutDirection() == Qt.LayoutDirection.RightToLeft
    sheet.show_words(Shown("Bạn có thể?", ("Có",)))
    assert sheet.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_answers_of_the_question_before_are_gone(qtbot, page):
    sheet = page.put(ClientSheet())
    sheet.show_words(Shown("Voitko lähteä?", ("Kyllä", "En")))
    sheet.show_words(Shown("Bạn có thể?", ("Có",)))

    def shown():
        answers = sheet.findChildren(SpokenAnswer)
        return [each.text() for each in answers if each.isVisible()]

    qtbot.waitUntil(lambda: shown() == ["1. Có"])


def picture(name, *, mirrored):
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), "text", mirrored=mirrored)
    painter.end()
    return image


def test_an_arrow_mirrors_and_a_clock_does_not(qapp):
    assert picture("arrow-r", mirrored=True) != picture("arrow-r", mirrored=False)
    assert picture("clock", mirrored=True) == picture("clock", mirrored=False)


def test_an_icon_is_tinted_in_its_meaning(qapp):
    seen = icon("check", "accent_text").pixmap(24, 24).toImage()
    inks = {seen.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert "#1a524d" in inks
