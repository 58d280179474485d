import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from planning import FINLAND, ON

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import SERVICES, read_facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.services import plan

SHARED = Path(__file__).resolve().parents[3] / "shared"
EVERY_RULE = {f"D{number}" for number in range(1, 25)}


@pytest.fixture
def copy(tmp_path) -> Path:
    return Path(shutil.copytree(FINLAND, tmp_path / "pack"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_pack_of_finland_is_whole(pack):
    assert tuple(pack.services) == SERVICES
    assert pack.languages == ("en", "fi", "sv")
    assert all(service.review == "draft" for service in pack.services.values())
    assert all(contact.checked == ON for contact in pack.contacts)


def test_the_leaflet_is_held_sentence_by_sentence(pack):
    listed = [name for name, source in pack.sources.items() if source.ground == "leaflet"]
    assert listed == [f"S{number}" for number in range(1, 42)]
    leaflet = SHARED / "domain" / "leaflet.txt"
    if not leaflet.exists():
        pytest.skip("the leaflet lies beside the repository and is not there")
    text = re.sub(r"\s+", " ", leaflet.read_text(encoding="utf-8"))
    for name in listed:
        assert pack.sources[name].text.rstrip(".") in text, name


def test_every_rule_of_the_decision_table_is_carried_out(pack):
    rules = [rule for service in pack.services.values() for rule in service.rules]
    rules += [shared.rule for shared in (*pack.first, *pack.then)] + list(pack.proposal)
    named = {one for rule in rules for one in rule.table}
    named |= {one for flag in pack.flags for one in flag.table}
    assert named == EVERY_RULE


def test_no_text_promises_names_an_amount_or_calls_anybody_a_victim(pack):
    texts = [service.text for service in pack.services.values()] + list(pack.leads.values())
    texts += [flag.text for flag in pack.flags] + [q.words for q in pack.questions.values()]
    texts += [lead for service in pack.services.values() for lead in service.lead.values()]
    for words in texts:
        for language, text in words.items():
            word = {"en": "victim|illegal", "fi": "uhri|laiton", "sv": r"\boffer|olaglig"}[language]
            assert not re.search(rf"€|\beuro|\bEUR\b|{word}", text), text


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("pack.toml", 'languages = ["en", "fi", "sv"]', 'languages = ["fi"]', "English"),
        ("sources.toml", 'ground = "leaflet"', 'ground = "rumour"', "sources.toml, S1"),
        ("conditions.toml", 'fact = "citizenships"', 'fact = "passports"', "a Finnish citizen"),
        ("conditions.toml", 'use = "a Finnish citizen"', 'use = "a Finn"', "a foreign national"),
        ("services/social.toml", "fi = ", "no = ", "SOCIAL name"),
        ("services/social.toml", '"S4", "S8"', '"R4"', "no sentence of the leaflet"),
        ("services/social.toml", '"S4", "S8"', '"S99"', "S99"),
        ("services/housing.toml", "is = false", 'is = "no"', "HOUSING"),
        ("services/housing.toml", 'status = "yes"', 'status = "always"', "status"),
        ("services/legal.toml", "[[rule]]", "colour = 1\n[[rule]]", "colour"),
        (
            "services/report.toml",
            'status = "ask"\n',
            'status = "ask"\nwhen = { unknown = "role" }\n',
            "always",
        ),
        ("services/health.toml", 'organiser = "basic"', 'organiser = "nobody"', "HEALTH"),
        ("rules.toml", '"RETURN", "PERMIT", "REFLECT"', '"HOTEL"', "HOTEL"),
        ("flags.toml", 'reading = "children.counted"', 'reading = "cats"', "cats"),
        ("facts.toml", 'fact = "home_safe"', 'fact = "home"', "home"),
        ("contacts.toml", "checked = 2026-11-23", 'checked = "lately"', "contact 1"),
        ("organisers.toml", "en = ", "xx = ", "basic"),
        ("statuses.toml", "[declined]", "[refused]", "declined"),
        ("deadlines.toml", "limit_months = 6", 'limit_months = "six"', "limit_months"),
        ("flags.toml", 'source = ["S3"]', "source = []", "no source"),
        ("flags.toml", "asks = true", "asks = 1", "asks"),
        ("flags.toml", 'table = ["D24"]', "table = [24]", "table"),
        ("deadlines.toml", "60, 30", "60.5, 30", "warn_days"),
        (
            "organisers.toml",
            "[[counsel.option]]",
            "[[counsel.option]]\nwhen = { unknown = 'role' }",
            "counsel",
        ),
        (
            "organisers.toml",
            "[[counsel.option]]\n[counsel.option.text]",
            "[counsel]\noption = 1\n[c]",
            "option",
        ),
        ("pack.toml", "[name]", "[named]", "name"),
        ("statuses.toml", "[yes]", "yes = 1\n[y]", "yes"),
        ("contacts.toml", 'phone = "112"', 'phone = " "', "phone"),
        ("flags.toml", "[[flag]]", "[[flag", "flags.toml"),
    ],
)
def test_a_mistake_is_refused_with_its_place(copy, file, old, new, told):
    change(copy, file, old, new)
    with pytest.raises(AppError) as refused:
        read_pack(copy)
    assert told in str(refused.value)
    assert refused.value.hint


def test_a_file_that_is_missing_is_named(copy):
    (copy / "flags.toml").unlink()
    with pytest.raises(AppError, match=r"flags\.toml"):
        read_pack(copy)


def test_a_corrected_text_is_what_the_plan_says(copy):
    change(copy, "services/health.toml", "Health care: help for", "Care: help for")
    made = plan(read_facts({"in_finland": True, "health_need": True}), read_pack(copy), ON)
    assert "Care: help for" in next(one.text for one in made.services if one.code == "HEALTH")


def test_a_rule_holds_from_its_day_and_to_its_day(copy):
    change(
        copy,
        "services/health.toml",
        'status = "yes"\n',
        'status = "yes"\nvalid_from = 2026-12-01\nvalid_to = 2026-12-31\n',
    )
    facts = read_facts({"in_finland": True, "customer": "admitted", "health_need": True})
    found = {}
    for on in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)):
        made = plan(facts, read_pack(copy), on)
        found[on.isoformat()] = next(one.status for one in made.services if one.code == "HEALTH")
    assert found == {
        "2026-11-30": "ask",
        "2026-12-01": "yes",
        "2026-12-31": "yes",
        "2027-01-01": "ask",
    }


WHEN = 'when = { fact = "health_need", is = true }'
TEXT = 'en = "Health care: help for physical and mental health problems."'


@pytest.mark.parametrize(
    "possible",
    [
        '{ not = { fact = "children.counted", is = 0 } }',
        '{ not = { fact = "children.counted", one_of = [1, 2] } }',
        '{ not = { fact = "stay.until", is = "2026-12-31" } }',
        (
            '{ all = [{ fact = "citizenships", includes = "FI" },'
            ' { not = { fact = "citizenships", is = ["FI"] } }] }'
        ),
        (
            '{ all = [{ fact = "stay.until", before = "today" },'
            ' { not = { fact = "stay.until", is = "2026-11-22" } }] }'
        ),
        '{ all = [{ fact = "age", at_least = 15 }, { fact = "age", under = 18 }] }',
    ],
)
def test_a_rule_that_could_be_true_is_never_refused(copy, possible):
    change(copy, "services/health.toml", WHEN, f"when = {possible}")
    assert read_pack(copy).services["HEALTH"]


@pytest.mark.parametrize(
    "impossible",
    [
        '{ all = [{ fact = "home_safe", is = true }, { fact = "home_safe", is = false }] }',
        '{ all = [{ fact = "role", is = "witness" }, { fact = "role", is = "possible_victim" }] }',
        '{ all = [{ fact = "age", under = 15 }, { fact = "age", at_least = 18 }] }',
        '{ all = [{ unknown = "income" }, { fact = "income", is = "none" }] }',
    ],
)
def test_a_rule_that_can_never_be_true_is_refused_with_its_place(copy, impossible):
    change(copy, "services/health.toml", WHEN, f"when = {impossible}")
    with pytest.raises(AppError, match="can never be true") as refusal:
        read_pack(copy)
    assert "health.toml" in refusal.value.problem


def test_a_rule_below_one_that_always_decides_is_refused(copy):
    again = '[[rule]]\nstatus = "no"\nwhen = { fact = "health_need", is = true }\n'
    path = copy / "services" / "health.toml"
    text = path.read_text("utf-8")
    place = text.rindex("[[rule]]")
    path.write_text(f"{text[:place]}{again}\n{text[place:]}", "utf-8")
    with pytest.raises(AppError, match="never reached"):
        read_pack(copy)


@pytest.mark.parametrize("amount", ["You get 348 euros a month.", "You get €348.", "300,50 EUR"])
def test_an_amount_of_money_is_refused(copy, amount):
    change(copy, "services/health.toml", TEXT, f'en = "{amount}"')
    with pytest.raises(AppError, match="amount of money"):
        read_pack(copy)


def test_entitled_is_refused_where_it_would_stand_before_admission(copy):
    change(copy, "services/health.toml", TEXT, 'en = "You are entitled to health care."')
    with pytest.raises(AppError, match="before admission"):
        read_pack(copy)


def test_flags_organisers_and_contacts_change_on_a_day(copy):
    days = "valid_from = 2027-01-01"
    change(copy, "flags.toml", 'code = "CONFID"', f'code = "CONFID"\n{days}')
    change(copy, "contacts.toml", 'id = "emergency"', f'id = "emergency"\n{days}')
    helsinki = 'when = { fact = "municipality", one_of = ["Helsinki", "Helsingfors"] }'
    change(copy, "organisers.toml", helsinki, f"{helsinki}\n{days}")
    changed = read_pack(copy)
    facts = read_facts({"municipality": "Helsinki", "in_finland": True, "home_safe": False})
    before, after = (plan(facts, changed, day) for day in (ON, date(2027, 1, 1)))
    assert "CONFID" not in {flag.code for flag in before.flags}
    assert "CONFID" in {flag.code for flag in after.flags}
    assert before.services[0].organiser == "Wellbeing services county"
    assert after.services[0].organiser == "City of Helsinki and HUS"
    assert not changed.contacts[0].is_valid(ON)
    assert changed.contacts[0].is_valid(date(2027, 1, 1))
