from assistance_desktop.documents.layout.lines import Type, break_lines
from assistance_desktop.documents.layout.runs import plain, rich

BODY = Type(12.0, 16.0)


def from_left(words, *, rtl):
    """The pieces of one line from left to right."""
    (line,) = break_lines(words, 600, BODY, rtl=rtl)
    return [piece.text.strip() for piece in line.pieces if piece.text.strip()]


def test_arabic_runs_from_the_right_and_its_numbers_from_the_left():
    words = rich("من {start} إلى {end}", start="24/4/2026", end="24/10/2026")
    assert from_left(words, rtl=True) == ["24/10/2026", "إلى", "24/4/2026", "من"]


def test_a_telephone_number_keeps_its_order_in_arabic():
    words = rich("اتصل: {number}.", number="+358\u00a02954\u00a063177")
    assert "+358\u00a02954\u00a063177" in from_left(words, rtl=True)


def test_a_name_in_another_script_does_not_turn_its_sentence():
    words = rich("For {name}, {day}", name="أحمد علي", day="Tuesday 13 October 2026")
    assert from_left(words, rtl=False) == ["For", "أحمد علي", ",", "Tuesday 13 October 2026"]


def test_a_latin_name_in_arabic_stays_readable():
    words = rich("بمرافقة {name}.", name="Pihlaja")
    assert from_left(words, rtl=True) == [".", "Pihlaja", "بمرافقة"]


def test_arabic_letters_are_joined():
    (joined,) = break_lines(plain("سلام"), 600, BODY, rtl=True)
    apart = [break_lines(plain(one), 600, BODY, rtl=True)[0].width for one in "سلام"]
    assert joined.width < sum(apart)
