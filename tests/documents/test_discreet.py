import pypdfium2
import pytest
from carried import FACTS, PRINT
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.documents import unsaid, voice
from assistance_desktop.documents.discreet import write
from assistance_desktop.documents.layout.blocks import words_of
from assistance_desktop.documents.order import Details
from assistance_desktop.errors import AppError

GIVING_AWAY = (
    "traffick", "victim", "police", "assistance", "crime", "customer", "client",
    "ihmiskaup", "uhri", "poliisi", "auttamis", "rikos", "asiakas",
    "människohandel", "offer", "polis", "hjälpsystem", "brott", "klient",
    "112", "63177", "Aurora", "Pihlaja", "Health", "money",
)  # fmt: skip


@pytest.mark.parametrize("beside", [None, "fi", "sv"])
@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_none_of_the_words_is_on_the_note_in_any_language(text, language, beside):
    said = text("discreet", language, beside=beside).lower()
    assert [word for word in GIVING_AWAY if word.lower() in said] == []


def test_it_reads_like_an_ordinary_appointment_note(text):
    assert text("discreet") == (
        "Your appointments Wednesday 14 October 09:00 Thursday 15 October 10:00 "
        "Friday 16 October 13:00 Ask for P. 09 000 0000 If you cannot come, please call."
    )


def test_nothing_of_the_case_reaches_it(text):
    bare = text("discreet", facts={})
    records = {"plan/HOUSING": {"decision": "accepts", "next_step": "Pihlaja asks for a room."}}
    assert text("discreet", facts=FACTS, records=records) == bare


def test_it_has_no_colour(pdf):
    document = pypdfium2.PdfDocument(pdf("discreet"))
    red, green, blue = document[0].render(scale=1).to_pil().convert("RGB").split()
    document.close()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_it_fits_a_pocket_and_two_languages_fold_to_the_same_size(pdf):
    sizes = []
    for beside in (None, "fi"):
        document = pypdfium2.PdfDocument(pdf("discreet", beside=beside))
        sizes.append(tuple(round(side / 72 * 25.4) for side in document[0].get_size()))
        document.close()
    assert sizes == [(105, 148), (210, 148)]


@pytest.mark.parametrize("stem", ["police", "Poliisi", "polisen", "uhri", "жертва", "ضحية"])
@pytest.mark.parametrize("field", ["worker_initials", "phone"])
def test_a_detail_that_gives_the_client_away_is_refused(text, field, stem):
    with pytest.raises(AppError) as refusal:
        text("discreet", details={**PRINT, field: f"P. {stem}"})
    assert stem not in str(refusal.value)


@given(
    initials=st.text(max_size=12),
    phone=st.text(max_size=20),
    hours=st.text(max_size=12),
    language=st.sampled_from(["en", "fi", "sv"]),
)
def test_whatever_is_typed_no_note_gives_away(initials, phone, hours, language):
    details = Details(worker_initials=initials, phone=phone, hours=hours)
    try:
        made = write(details, voice.speak(language))
    except AppError:
        return
    assert not any(unsaid.gives_away(text) for text in words_of(made.blocks))


def test_every_language_of_papers_has_words_that_it_never_says():
    assert set(voice.languages()) <= set(unsaid.STEMS)
