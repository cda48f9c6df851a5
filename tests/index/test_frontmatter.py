from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.frontmatter import FrontMatter, Sidecar, merge, of_values, sidecar, split
from index.record import WITHHELD, Record

YAML = """\
---
# a comment
title: "The Long Fog: a report"
Publisher: Harbour Gazette
author:
date: 2019-05-07
url: https://gazette.example/fog
archive-url: http://archive.example/1
language: en_GB
collection: port
reliability: b2
tags: [fog, port]
draft: true
---
Body.
"""
TOML = """\
+++
title = "The Long Fog: a report"
publisher = 'Harbour Gazette'
date = 2019-05-07
url = "https://gazette.example/fog"
archive_url = "http://archive.example/1"
language = "en-GB"
collection = "port"
reliability = "B2"
tags = ["fog"]
[extra]
x = 1
+++
Body.
"""
WHOLE = Record(
    title="The Long Fog: a report",
    publisher="Harbour Gazette",
    date="2019-05-07",
    url="https://gazette.example/fog",
    archive_url="http://archive.example/1",
    language="en-GB",
    collection="port",
    reliability="B2",
)


@pytest.mark.parametrize("text", [YAML, TOML])
def test_front_matter(text: str) -> None:
    assert split(text) == FrontMatter(WHOLE, "Body.\n")


@pytest.mark.parametrize(
    ("text", "record", "body"),
    [
        ("---\ntitle: A\n...\nBody", Record(title="A"), "Body"),
        ("--- \ntitle: A\n---  \nBody", Record(title="A"), "Body"),
        ("---\ntitle: A\n---", Record(title="A"), ""),
        ("---\n---\nBody", Record(), "Body"),
        ("---\n# nothing\n---\nBody", Record(), "Body"),
        ('---\n{"title": "A"}\n---\nBody', Record(title="A"), "Body"),
        ("---\ntitle: 1984\ndate: 2019\n---\n", Record(title="1984", date="2019"), ""),
        (
            "---\ntitle: on\npublisher: 1.10\ndate: 2019-05\n---\n",
            Record(title="on", publisher="1.10", date="2019-05"),
            "",
        ),
        ("---\ntitle: ~\nauthor: null\n---\n", Record(), ""),
        ("---\ndate: 2019-5-7\n---\n", Record(date="2019-05-07"), ""),
        ("---\ndate: 2019-05-07T10:00:00+02:00\n---\n", Record(date="2019-05-07"), ""),
        ("---\ntitle: >\n  Two\n  lines\n---\n", Record(title="Two lines"), ""),
        ('---\ntitle: "A\\u0000\\uD800\\nB"\n---\n', Record(title="A B"), ""),
        ("+++\ndate = 2019-05-07T10:00:00Z\n+++\nBody", Record(date="2019-05-07"), "Body"),
        ("+++\ndate = 2019\n+++\nBody", Record(date="2019"), "Body"),
    ],
)
def test_values_are_taken_as_they_are_written(text: str, record: Record, body: str) -> None:
    assert split(text) == FrontMatter(record, body)


@pytest.mark.parametrize(
    "text",
    [
        "Plain text.",
        "",
        "---",
        "---\n",
        "---\n\nA rule, and text after it.\n\n---\n\nMore.",
        "---\nA rule, and text at once.\n\nMore text: with a colon.\n\n---\n\nAnd more.",
        "---\nOnly one rule in all of the text.\n",
        "----\ntitle: A\n----\nBody",
        "--- title\nBody",
        " ---\ntitle: A\n---\nBody",
        "\n---\ntitle: A\n---\nBody",
        "+++\nplus plus plus\n",
        "***\ntitle: A\n***\n",
    ],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert split(text) == FrontMatter(Record(), text)


@pytest.mark.parametrize("key", ["colection", "Collections", "collecton", "coll-ection", "ocllection"])
def test_a_slip_in_the_name_of_the_field_does_not_make_a_document_public(key: str) -> None:
    found = split(f"---\ntitle: A\n{key}: port\n---\nBody")
    assert found.record == Record(title="A", collection=WITHHELD)
    assert found.problem == f"its record's {key} is no field: collection may be meant"


@pytest.mark.parametrize("key", ["correction", "connection", "selection", "section", "collector", "collation"])
def test_another_word_is_no_slip(key: str) -> None:
    assert split(f"---\ntitle: A\n{key}: port\n---\nBody") == FrontMatter(Record(title="A"), "Body")


def test_where_the_collection_is_given_a_slip_beside_it_takes_nothing_away() -> None:
    found = split("---\nCollection: port\ncollections: two\n---\nBody")
    assert found == FrontMatter(Record(collection="port"), "Body")


LONG = "\n".join(f"key{number}: value" for number in range(2000))


@pytest.mark.parametrize(
    ("text", "problem", "body"),
    [
        ("---\ntitle: A\nBody", "its front matter is not closed by a --- line", "title: A\nBody"),
        ("+++\ntitle = 'A'\nBody", "its front matter is not closed by a +++ line", "title = 'A'\nBody"),
        ("---\ntitle: A\ntitle: [\n---\nBody", "its front matter is not valid YAML (line 4)", "Body"),
        ("---\ntitle: a: b\n---\nBody", "its front matter is not valid YAML (line 2)", "Body"),
        ("---\ntitle: A\n\tx: y\n---\nBody", "its front matter is not valid YAML (line 3)", "Body"),
        ("+++\ntitle = 'A'\ndate = yesterday\n+++\nBody", "its front matter is not valid TOML (line 3)", "Body"),
        ("---\n- a\n- b\n---\nBody", "its front matter does not hold names and values", "---\n- a\n- b\n---\nBody"),
        (f"---\n{LONG}\n---\nBody", "its front matter is longer than 16 KiB", f"{LONG}\n---\nBody"),
        ('---\ntitle: "\\UFFFFFFFF"\n---\nBody', "its front matter is not valid YAML", "Body"),
        (f"---\ntitle: {'[' * 8000}\n---\nBody", "its front matter is not valid YAML", "Body"),
        (f"+++\ntitle = {'[' * 8000}\n+++\nBody", "its front matter is not valid TOML", "Body"),
        (f"+++\nx = {'1' * 8000}\n+++\nBody", "its front matter is not valid TOML", "Body"),
    ],
    ids=lambda value: value[:40],
)
def test_broken_front_matter_is_said_and_the_body_served(text: str, problem: str, body: str) -> None:
    assert split(text) == FrontMatter(Record(collection=WITHHELD), body, problem)


@pytest.mark.parametrize("depth", [10, 200])
def test_bombs_of_references_do_not_go_off(depth: int) -> None:
    rows = ["a0: &a0 {x: y}"] + [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}, *a{n - 1}]}}" for n in range(1, depth)]
    rows.append(f"title: *a{depth - 1}")
    found = split("---\n" + "\n".join(rows) + "\n---\nBody")
    assert (found.body, found.problem) == ("Body", "its record's title is not a single value")


NO_DATE = "is not a date like 2019, 2019-05 or 2019-05-07"


@pytest.mark.parametrize(
    ("values", "record", "problem"),
    [
        (
            {"date": "yesterday"},
            Record(),
            "its record's date 'yesterday' is not a date like 2019, 2019-05 or 2019-05-07",
        ),
        (
            {"date": "2019-02-30"},
            Record(),
            "its record's date '2019-02-30' is not a date like 2019, 2019-05 or 2019-05-07",
        ),
        ({"date": "0000"}, Record(), f"its record's date '0000' {NO_DATE}"),
        ({"date": 20190507}, Record(), f"its record's date '20190507' {NO_DATE}"),
        ({"url": "ftp://x.example"}, Record(), "its record's url 'ftp://x.example' is not an http or https address"),
        ({"url": "https://"}, Record(), "its record's url 'https://' is not an http or https address"),
        ({"url": "http://["}, Record(), "its record's url 'http://[' is not an http or https address"),
        (
            {"archive_url": "javascript:alert(1)"},
            Record(),
            "its record's archive_url 'javascript:alert(1)' is not an http or https address",
        ),
        ({"reliability": "G1"}, Record(), "its record's reliability 'G1' is not a grade from A1 to F6"),
        ({"language": "English?"}, Record(), "its record's language 'English?' is not a language tag like en or pt-BR"),
        ({"title": ["a"]}, Record(), "its record's title is not a single value"),
        (
            {"title": "A", "date": "x" * 80, "reliability": 7},
            Record(title="A"),
            (f"its record's date '{'x' * 39}…' {NO_DATE}; its record's reliability '7' is not a grade from A1 to F6"),
        ),
        ({"title": 1984, "author": True, "publisher": 1.5}, Record(title="1984", author="true", publisher="1.5"), None),
        ({"nothing": {}, "": 1}, Record(), None),
    ],
    ids=str,
)
def test_bad_values_are_left_out_and_named(values: dict[str, object], record: Record, problem: str | None) -> None:
    assert of_values(values) == (record, problem)


def test_a_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "fog.toml"
    path.write_bytes('\ufefftitle = "Fog"\r\ndate = 2019-05-07\r\ndate2 = 1\r\n'.encode())
    assert sidecar(path) == Sidecar(Record(title="Fog", date="2019-05-07"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"title = \n", "its record fog.toml is not valid TOML (line 1)"),
        (b"title = 'Fog'\ndate = 2019-05\n", "its record fog.toml is not valid TOML (line 2)"),
        (b"title = '\xff'", "its record fog.toml is not written in UTF-8"),
        (b"#" * 20_000, "its record fog.toml is longer than 16 KiB"),
    ],
    ids=lambda value: str(value[:30]),
)
def test_a_broken_sidecar_is_said(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "fog.toml"
    path.write_bytes(content)
    assert sidecar(path) == Sidecar(Record(collection=WITHHELD), problem)


def test_a_missing_sidecar_is_said(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "fog.toml").problem == "its record fog.toml cannot be opened (No such file or directory)"


def test_the_first_record_wins() -> None:
    assert merge(Record(title="A"), Record(title="B", author="C")) == Record(title="A", author="C")


records = st.builds(Record, **{field.name: st.none() | st.text() for field in fields(Record)})


@given(records, records)
def test_merging_fills_what_is_missing(first: Record, second: Record) -> None:
    merged, one, other = asdict(merge(first, second)), asdict(first), asdict(second)
    assert all(merged[name] == (other[name] if one[name] is None else one[name]) for name in merged)


marks = st.sampled_from(
    ["---\n", "+++\n", "title", "date", ": ", " = ", "\n", "[", "{", "&a ", "*a", "!!", '"', "'", "- "]
)


@settings(deadline=None)
@given(st.lists(marks | st.text(max_size=6), max_size=30).map("".join))
def test_splitting_never_raises_and_never_loses_the_end(text: str) -> None:
    for opening in ("", "---\n", "+++\n"):
        whole = f"{opening}{text}\nthe end"
        found = split(whole)
        assert whole.endswith(found.body)
        assert found.body.endswith("the end")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.times(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Record)]), values))
def test_any_values_make_a_record(given_values: dict[str, object]) -> None:
    record, problem = of_values(given_values)
    for value in asdict(record).values():
        assert value is None or (value.strip() == value and value and len(value.splitlines()) == 1)
        assert value is None or value.encode()
    assert problem is None or "\n" not in problem
