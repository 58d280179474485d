from datetime import date

import pytest
from carried import FACTS, PRINT

from assistance_desktop.documents.order import STANDARD, Part
from assistance_desktop.errors import AppError

LANGUAGES = ("en", "fi", "sv")

MODALITY = {
    "en": {
        "will": "The system will keep all information about you secret.",
        "no duty": "The system has no obligation to inform the police about its customers.",
        "must": "the system must inform the police of the threat.",
        "may": "You may be offered a free lawyer, starting from the pre-trial investigation.",
        "can": "can apply for a residence permit",
        "not theirs": "The system does not decide on permits.",
        "customer": "You are a customer of the Assistance system.",
    },
    "fi": {
        "will": "Auttamisjärjestelmä pitää kaikki sinua koskevat tiedot salassa.",
        "no duty": "Auttamisjärjestelmällä ei ole velvollisuutta kertoa poliisille",
        "must": "auttamisjärjestelmän täytyy ilmoittaa uhasta poliisille.",
        "may": "Sinulle voidaan tarjota maksuton oikeusavustaja esitutkinnasta alkaen.",
        "can": "voivat hakea oleskelulupaa",
        "not theirs": "Auttamisjärjestelmä ei päätä luvista.",
        "customer": "Olet ihmiskaupan uhrien auttamisjärjestelmän asiakas.",
    },
    "sv": {
        "will": "Hjälpsystemet håller alla uppgifter om dig hemliga.",
        "no duty": "Hjälpsystemet har ingen skyldighet att berätta för polisen",
        "must": "måste hjälpsystemet underrätta polisen om hotet.",
        "may": "Du kan erbjudas ett avgiftsfritt rättsbiträde från och med förundersökningen.",
        "can": "kan ansöka om uppehållstillstånd",
        "not theirs": "Hjälpsystemet beslutar inte om tillstånd.",
        "customer": "Du är klient hos hjälpsystemet",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("modality", MODALITY["en"])
def test_must_will_may_and_can_stand_as_in_the_leaflet(text, language, modality):
    assert MODALITY[language][modality] in text(language=language)


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", "From 24 April 2026 to 24 October 2026, as written in your decision."),
        ("fi", "24.4.2026–24.10.2026, kuten päätöksessäsi lukee."),
        ("sv", "Från 24 april 2026 till 24 oktober 2026, så som det står i ditt beslut."),
    ],
)
def test_the_days_of_the_reflection_period_are_those_of_the_decision(text, language, days):
    assert days in text(language=language)


def test_appointments_choices_numbers_and_the_day_are_there(text):
    said = text()
    for part in (
        "For Aurora, Tuesday 13 October 2026",
        "Wed 14 October 09:00 Health station.",
        "Safe housing",
        "For later: Social services.",
        "You said no to: Support person. You can change your mind at any time.",
        "All services are free, and accepting them is voluntary.",
        "112",
        "+358 2954 63177",
        "09 000 0000",
        "Information as of 13 October 2026",
    ):
        assert part in said


def test_the_one_exception_stands_in_full(text):
    assert (
        "In case of a serious threat to life, health or freedom, the system must inform the police "
        "of the threat. This means a threat to you, to an assistance worker, or to another victim "
        "of trafficking. The police are responsible for protecting people from the threat and for "
        "preventing a threatening act."
    ) in text()


def test_the_workers_own_steps_and_days_are_printed(text):
    step = {"decision": "accepts", "next_step": "Pihlaja asks for a room.", "due": "2026-10-15"}
    said = text(records={"plan/HOUSING": step})
    assert "Safe housing Pihlaja asks for a room. 15 October" in said


def test_whoever_takes_a_step_is_named_once_and_where_it_is_done_never(text):
    room = {"decision": "accepts", "next_step": "Asks for a room.", "person": "Pihlaja"}
    said = text(records={"plan/HOUSING": {**room, "organiser": "Safe house South"}})
    assert "Safe housing Pihlaja: Asks for a room." in said
    assert "South" not in said
    twice = text(records={"plan/HOUSING": {**room, "next_step": "Pihlaja asks for a room."}})
    assert "Safe housing Pihlaja asks for a room." in twice


@pytest.mark.parametrize("customer", ["not_proposed", "proposed", "refused", "left", "unknown"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_entitled_before_they_are_a_customer(text, customer, language):
    said = text(language=language, facts={**FACTS, "customer": customer})
    for promise in ("entitled", "Sinulla on oikeus tähän", "Du har rätt till det här"):
        assert promise not in said
    assert MODALITY[language]["customer"] not in said


@pytest.mark.parametrize("kind", ["summary", "plan"])
@pytest.mark.parametrize("today", [date(2026, 10, 25), date(2027, 3, 1)])
def test_after_its_end_the_period_is_neither_legal_nor_a_duty_to_leave(text, kind, today):
    said = text(kind, today=today)
    assert "From 24 April 2026 to 24 October 2026" in said
    assert "The reflection period does not cover you now." in said
    for word in ("legal ly", "legally", "lawful", "illegal", "must leave", "not allowed to remove"):
        assert word not in said


def test_an_interruption_is_told_with_its_day(text):
    grants = FACTS["reflection"]["grants"]
    said = text(facts={**FACTS, "reflection": {"grants": grants, "interrupted": "2026-09-01"}})
    assert "It was interrupted on 1 September 2026. It does not cover you now." in said
    assert "legally" not in said


def test_an_end_beyond_six_months_is_printed_as_written_and_sent_to_a_lawyer(text):
    grants = [{"start": "2026-04-24", "end": "2026-11-30", "by": "police"}]
    said = text(facts={**FACTS, "reflection": {"grants": grants}})
    assert "From 24 April 2026 to 30 November 2026" in said
    assert "Ask a lawyer about these days now." in said


def test_a_finnish_citizen_reads_nothing_about_permits_or_reflection(text):
    said = text(facts={**FACTS, "citizenships": ["FI", "VN"]})
    assert "Residence permit" not in said
    assert "eflection period" not in said


def test_a_witness_reads_nothing_of_what_only_victims_can_have(text):
    said = text(facts={**FACTS, "role": "witness", "needs_help": True, "reflection": "unknown"})
    assert "free lawyer" not in said
    assert "fallen victim" not in said


def test_the_rights_about_own_offences_are_printed_only_when_wanted(text):
    assert "have been pressured" not in text()
    said = text(parts=STANDARD | {Part.OWN_OFFENCE})
    assert "people should not be punished for crimes if they have been pressured" in said
    assert "You have a right not to incriminate yourself." in said


def test_what_the_client_leaves_out_is_left_out(text):
    said = text(parts=frozenset({Part.APPOINTMENTS}))
    for part in ("police", "Safe housing", "+358 2954 63177", "Reflection", "trafficking"):
        assert part not in said


def test_the_client_chooses_the_title(text):
    assert text(more={"title": "Green folder"}).startswith("Green folder")


def test_refusing_everything_is_a_full_outcome(text):
    said = text(facts={"decisions": {"all": "declines"}})
    assert "You said no to: Safe housing, Health care," in said
    assert "You can change your mind at any time." in said


def test_nothing_known_still_makes_a_paper(pages):
    assert 1 <= len(pages(facts={}, details={})) <= 3


def test_it_fits_on_three_pages_with_every_service_chosen(pages):
    facts = {**FACTS, "decisions": {"all": "accepts"}}
    for language in LANGUAGES:
        assert len(pages(language=language, facts=facts, parts=frozenset(Part))) <= 3


def test_how_we_reach_follows_the_answers_and_names_no_place(text):
    answers = {
        "/intake/wishes/contact_way": "place",
        "/intake/wishes/contact_place": "Rowan shelter, Birch street 5",
    }
    said = text(records={"intake": answers})
    assert "We reach you through the place that we agreed. We do not leave messages" in said
    assert "Birch" not in said


def test_a_client_who_wants_no_contact_is_not_contacted(text):
    said = text(records={"intake": {"/intake/wishes/contact_way": ["none"]}})
    assert "We do not contact you." in said


def test_notes_are_printed_when_they_are_given(text):
    assert "Notes" not in text()
    assert "Notes Bring the blue folder." in text(
        details={**PRINT, "notes": "Bring the blue folder."}
    )


@pytest.mark.parametrize("language", ["tlh", "ar", ""])
def test_a_language_without_texts_is_refused_with_those_that_exist(text, language):
    with pytest.raises(AppError, match="en, fi, sv"):
        text(language=language)


def test_a_regional_language_is_spoken_in_its_plain_form(text):
    assert "Det här kom vi överens om" in text(language="sv-FI")
