import pytest

from assistance_desktop.guidance.facts import SERVICES

AURORA = {"role": "possible_victim", "in_finland": True, "home_safe": False, "customer": "admitted"}


def test_one_object_with_all_thirteen_services(command, write):
    ended = command("plan", write("a.json", AURORA), "--on", "2026-11-23")
    assert (ended.status, ended.err) == (0, "")
    (made,) = ended.objects
    assert set(made) == {"on", "services", "flags", "deadlines", "ask"}
    assert made["on"] == "2026-11-23"
    assert set(made["services"]) == set(SERVICES)
    assert made["services"]["HOUSING"]["status"] == "yes"
    assert made["services"]["HOUSING"]["because"] == [{"fact": "home_safe", "value": False}]


def test_several_files_give_one_line_each_in_their_order(command, write):
    files = [
        write("safe.json", {**AURORA, "home_safe": True}),
        write("abroad.json", {**AURORA, "in_finland": False}),
        write("unsafe.json", AURORA),
    ]
    ended = command("plan", *files)
    assert ended.status == 0
    assert len(ended.out.splitlines()) == 3
    statuses = [made["services"]["HOUSING"]["status"] for made in ended.objects]
    assert statuses == ["info", "no", "yes"]


def test_what_is_for_the_print_is_no_fact(command, write):
    plain = command("plan", write("a.json", AURORA), "--on", "2026-11-23")
    printed = write("b.json", {**AURORA, "print": {"phone": "0100"}})
    assert command("plan", printed, "--on", "2026-11-23").out == plain.out


def test_the_texts_come_in_the_language_that_is_asked_for(command, write):
    facts = write("a.json", AURORA)
    texts = {
        language: command("plan", facts, "--language", language).objects[0]["services"]["LEGAL"]
        for language in ("en", "fi", "sv")
    }
    assert len({made["text"] for made in texts.values()}) == 3
    assert len({made["status"] for made in texts.values()}) == 1


def test_nothing_known_is_no_error(command, write):
    ended = command("plan", write("a.json", {}))
    assert ended.status == 0
    assert ended.objects[0]["ask"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"rle": "witness"}, ["rle", "role"]),
        ({"threat": {"seriuos": True}}, ["threat.seriuos"]),
        ({"role": "victim"}, ["role"]),
        ({"home_safe": "maybe"}, ["home_safe"]),
        ({"date_of_birth": "14.3.2002"}, ["date_of_birth"]),
        ('{"role":\n "witness",,}', ["line 2", "column 12"]),
        ('{"role": "witness", "role": "unclear"}', ["role", "twice"]),
        ('{"police": {"wish": "no", "wish": "yes"}}', ["wish", "twice"]),
        ("[1, 2]", ["object"]),
        ("", ["JSON"]),
        ("[" * 100_000, ["JSON"]),
    ],
)
def test_bad_facts_are_refused_in_one_line_with_file_and_key(command, write, content, words):
    path = write("facts.json", content)
    assert command("plan", path).is_refusal(path, *words)


def test_the_mark_that_some_editors_put_before_a_file_is_read_over(command, tmp_path):
    file = tmp_path / "marked.json"
    file.write_bytes(b"\xef\xbb\xbf" + b'{"in_finland": false}')
    ended = command("plan", file)
    assert ended.status == 0
    assert ended.objects[0]["services"]["HOUSING"]["status"] == "no"


def test_bytes_that_are_no_text_are_refused(command, tmp_path):
    path = tmp_path / "facts.json"
    path.write_bytes(b'{"role": "\xff\xfe"}')
    assert command("plan", path).is_refusal(path)


def test_a_missing_file_is_named(command, tmp_path):
    assert command("plan", tmp_path / "none.json").is_refusal("none.json", "Check its name")


def test_one_bad_file_among_good_ones_prints_nothing(command, write):
    good, bad = write("good.json", AURORA), write("bad.json", {"rle": 1})
    assert command("plan", good, bad).is_refusal("bad.json", "rle")


def test_a_day_that_is_none_is_refused(command, write):
    facts = write("a.json", AURORA)
    for text in ("tomorrow", "2026-02-30", "23.11.2026"):
        assert command("plan", facts, "--on", text).is_refusal("--on", text)


def test_no_file_and_an_unknown_command_are_refused(command):
    assert command("plan").is_refusal("FACTS.json")
    assert command("nonsense").is_refusal("nonsense")


def test_the_program_itself_does_the_same(program, write):
    facts = write("a.json", AURORA)
    ended = program("plan", facts, "--on", "2026-11-23", "--language", "fi")
    assert (ended.status, ended.err) == (0, "")
    assert set(ended.objects[0]["services"]) == set(SERVICES)
    assert program("plan", write("bad.json", {"rle": 1})).is_refusal("bad.json", "rle")
