import pytest
from carried import FACTS

KEPT = {
    "en": (
        "you may also receive help, if you need it",
        "You are then entitled to services such as:",
        "you may be housed in a shelter",
        "You will receive information about your rights.",
        "Victims may be offered a free lawyer",
        "You may be given a support person",
        "You will be given help in a language that you understand.",
        "As a customer you also have the right to:",
        "can apply for a residence permit",
        "the system can offer you a reflection period. It can last up to six months.",
        "You will be staying in Finland legally.",
        "the system will support you",
        "you will be protected",
        "should not be punished for crimes if they have been pressured",
        "You have a right not to incriminate yourself.",
        "you can claim compensation",
    ),
    "fi": (
        "voi saada apua, jos hän tarvitsee sitä",
        "Silloin sinulla on oikeus esimerkiksi näihin palveluihin:",
        "voidaan majoittaa",
        "voidaan tarjota maksuton oikeusavustaja",
        "Voit saada tukihenkilön",
        "Asiakkaana sinulla on oikeus myös tähän:",
        "voi tarjota sinulle harkinta-aikaa",
        "ei pitäisi rangaista",
        "voit vaatia korvausta",
    ),
    "sv": (
        "kan få hjälp, vid behov",
        "Då har du rätt till tjänster som till exempel:",
        "kan erbjudas ett avgiftsfritt rättsbiträde",
        "Som klient har du också rätt till:",
        "kan hjälpsystemet erbjuda dig betänketid",
        "bör människor inte straffas",
        "kan du kräva skadestånd",
    ),
}


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, one) for code, all_of in KEPT.items() for one in all_of]
)
def test_the_leaflet_keeps_its_must_will_can_and_may(text, language, sentence):
    assert sentence in text("rights", language)


def test_entitled_stands_only_under_when_you_become_a_customer(text):
    said = text("rights")
    assert said.count("entitled") == 1
    assert said.index("When you become a") < said.index("entitled")


def test_it_says_whose_promises_these_are(text):
    assert "These are the Assistance system’s promises." in text("rights")


def test_everybody_gets_the_same_rights(text):
    citizen = {**FACTS, "citizenships": ["FI"], "role": "witness"}
    assert text("rights", facts=citizen) == text("rights", facts={})
