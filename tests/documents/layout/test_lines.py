from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.documents.layout.lines import Type, break_lines
from assistance_desktop.documents.layout.runs import plain, rich

BODY = Type(12.0, 16.0)


def written(lines):
    """What stands on the lines, each in its logical order."""
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_words_are_broken_at_spaces_only():
    lines = break_lines(plain("one two-three four five"), 60, BODY, rtl=False)
    assert written(lines) == ["one", "two-three", "four five"]


def test_a_number_stays_on_one_line():
    lines = break_lines(plain("Call +358\u00a02954\u00a063177"), 110, BODY, rtl=False)
    assert written(lines) == ["Call", "+358\u00a02954\u00a063177"]


def test_a_word_wider_than_the_column_is_broken_and_not_clipped():
    lines = break_lines(plain("Donaudampfschifffahrtsgesellschaft"), 60, BODY, rtl=False)
    assert "".join(written(lines)) == "Donaudampfschifffahrtsgesellschaft"
    assert all(line.width <= 60 for line in lines)


def test_a_letter_keeps_its_marks():
    text = "มีนัดที่โรงพยาบาล" * 3
    lines = break_lines(plain(text), 40, BODY, rtl=False)
    assert "".join(written(lines)) == text
    assert not any(line[0] in "\u0e31\u0e34\u0e35\u0e48\u0e49" for line in written(lines))


def test_line_breaks_of_the_writer_stay():
    assert written(break_lines(plain("one\ntwo"), 200, BODY, rtl=False)) == ["one", "two"]


@given(st.text(max_size=80), st.integers(min_value=30, max_value=300), st.booleans())
def test_nothing_is_lost_and_nothing_is_too_wide(text, width, rtl):
    words = plain(text)
    lines = break_lines(words, width, BODY, rtl=rtl)
    kept = "".join("".join(one) for one in written(lines))
    typed = "".join(run.text for run in words).replace("\u200b", "")
    # Space around a line is no ink; every sign with ink is there.
    assert sorted("".join(kept.split())) == sorted("".join(typed.split()))
    assert all(line.width <= width + 0.6 for line in lines)


def test_what_stands_out_is_bold_and_values_are_never_markup():
    runs = rich("**From {start}** on", start="**x**")
    assert [(run.text, run.bold) for run in runs] == [
        ("From ", True),
        ("**x**", True),
        (" on", False),
    ]


def test_control_characters_never_reach_a_page():
    assert plain("a\u202eb\u0007c\ud800d")[0].text == "abcd"
