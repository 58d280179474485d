import pytest
from PySide6.QtWidgets import QApplication

from assistance_desktop.errors import AppError
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.ui.kit.theme import apply_theme, look
from assistance_desktop.ui.unlock.entrance_side import entrance_side
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow
from assistance_desktop.ui.unlock.sheet_form import SheetForm


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_that_is_said_has_its_room_and_the_rest_scrolls(qtbot, qapp, scale):
    apply_theme(qapp, "light", scale)
    form = SheetForm()
    side = entrance_side(LanguageRow(first=False), form)
    qtbot.addWidget(side)
    side.resize(720, 640)
    side.show()
    side.activateWindow()
    form.typed.fields[3].put("22222")
    form.show_error(AppError("This sheet does not open these notes.", "It belongs to other notes."))
    qtbot.waitUntil(lambda: form.height() >= form.heightForWidth(form.width()))
    assert side.height() == 640
    for each in form.typed.fields.values():
        assert each.box.height() >= look().size("field")
        assert each.height() >= each.heightForWidth(each.width())


def test_the_field_with_the_keyboard_is_in_sight(qtbot, qapp):
    apply_theme(qapp, "light", 1.5)
    form = SheetForm()
    side = entrance_side(LanguageRow(first=False), form)
    qtbot.addWidget(side)
    side.resize(720, 640)
    side.show()
    side.activateWindow()
    form.setFocus()
    qtbot.waitUntil(form.typed.fields[1].edit.hasFocus)
    for sign in "".join(Sheet(bytes(20)).groups)[:36]:
        qtbot.keyClick(QApplication.focusWidget(), sign)
    last = form.typed.fields[8].edit
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().size() == last.size())
