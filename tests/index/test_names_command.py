"""``footnote names``, as click runs it."""

import json

import pytest
from click.testing import CliRunner, Result

from bot.terminal.names import names
from bot.terminal.options import Exit


def run(*arguments: str, given: str = "") -> tuple[Result, int]:
    done = CliRunner().invoke(names, [*arguments], input=given, standalone_mode=False)
    return done, int(done.return_value) if done.exception is None else Exit.FAILED


def test_two_names_are_judged_with_reasons() -> None:
    done, status = run("Qais Karbalai", "Qays Karbalai")
    assert status == Exit.FOUND
    assert done.stdout.splitlines()[0].startswith("0.9")
    assert "Qais = Qays: same romanisation skeleton" in done.stdout


def test_json_holds_the_names_as_given() -> None:
    done, status = run("Qais", "قيس", "--json")
    assert status == Exit.FOUND
    payload = json.loads(done.stdout)
    assert payload.keys() == {"a", "b", "same", "why"}
    assert (payload["a"], payload["b"]) == ("Qais", "قيس")
    assert 0 <= payload["same"] <= 1


def test_pairs_are_read_from_standard_input() -> None:
    done, status = run("-", "--json", given="Hashim\tHisham\n\nUnit 400\tUnit 4000\r\nAli Rashti\tALI RASHTI\n")
    assert status == Exit.FOUND
    payloads = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["a"], one["b"]) for one in payloads] == [
        ("Hashim", "Hisham"), ("Unit 400", "Unit 4000"), ("Ali Rashti", "ALI RASHTI"),
    ]  # fmt: skip
    assert [one["same"] >= 0.5 for one in payloads] == [False, False, True]


def test_a_line_that_is_no_pair_is_told_and_the_others_are_judged() -> None:
    done, status = run("-", "--json", given="Hashim\nAli\tAly\na\tb\tc\n")
    assert status == Exit.FAILED
    assert [json.loads(line)["a"] for line in done.stdout.splitlines()] == ["Ali"]
    assert done.stderr.count("not two names") == 2


@pytest.mark.parametrize("arguments", [(), ("Ali",), ("-", "Ali"), ("Ali", "Aly", "Alie"), ("Ali", "Aly", "--what")])
def test_misuse(arguments: tuple[str, ...]) -> None:
    done, status = run(*arguments)
    assert status == Exit.FAILED
    assert not done.stdout


def test_help_has_an_example() -> None:
    done = CliRunner().invoke(names, ["--help"])
    assert done.exit_code == 0
    assert "Example: footnote names" in done.stdout
