"""A record that cannot be used never makes a document public: nobody knows which collection it would have named."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.document import SHARED
from index.frontmatter import split
from index.opening import open_sources
from index.record import WITHHELD

BODY = "Tobias Renn was the informant, and the whole harbour knew it for years.\n"


def collections(corpus: Path) -> dict[str, str]:
    """The collection of each document, by its file."""
    sources = open_sources(corpus, corpus.parent / "index", note=lambda _: None).sources
    assert sources.collections.keys() >= {one.collection for one in sources.documents}
    return {one.file: one.collection for one in sources.listed}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus" / "port").mkdir(parents=True)
    return tmp_path / "corpus"


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Papers: a selection\ncollection: secret\n---\n",
        '---\ntitle: "Secret\ncollection: secret\n---\n',
        "---\ncollection: secret\n",
        "---\ntitle: S\n\tcollection: secret\n---\n",
        "---\n\tcollection: secret\n---\n",
        "---\n- collection: secret\n---\n",
        "---\n  {collection: secret\n---\n",
        "---\ncollection: [secret]\n---\n",
        "---\ncollection: {secret: yes}\n---\n",
        '---\ncollection: ""\n---\n',
        "---\ncollection:\n---\n",
        "---\ncollection: ~\n---\n",
        "---\ncollection: secret\ncollection: shared\n---\n",
        "---\nCollection: secret\ncollection: shared\n---\n",
        "---\ncollection: [secret]\nCollection: shared\n---\n",
        "\n---\ncollection: secret\n---\n",
        " ---\ncollection: secret\n---\n",
        "---\n\ncollection: secret\n---\n",
        "---\nAs follows\n\ncollection: secret\n\n---\n",
        "---\ntitle: 'Papers\ncollection: secret\nauthor: '\n---\n",
        "---\nabout:\n  collection: secret\n---\n",
        '+++\n[about]\ncollection = "secret"\n+++\n',
        "+++\ncollection = secret\n+++\n",
        '+++\ncollection = "secret"\n',
        '+++\ncollection = ["secret"]\n+++\n',
        '+++\ncollection = "secret"\ncollection = "shared"\n+++\n',
        '\n+++\ncollection = "secret"\n+++\n',
    ],
)
@pytest.mark.parametrize("name", ["s.md", "s.txt"])
def test_unusable_front_matter(front: str, name: str, corpus: Path) -> None:
    (corpus / name).write_text(front + BODY)
    (corpus / "port" / name).write_text(front + BODY)
    assert collections(corpus) == {name: WITHHELD, f"port/{name}": WITHHELD}


@pytest.mark.parametrize(
    "content",
    [
        b'title = "x\ncollection = "secret"\n',
        b'collection = "secret"\ntitle = "\xff"',
        b"#" * 20_000,
        b"collection = []",
    ],
    ids=lambda content: str(content[:20]),
)
def test_an_unusable_sidecar_hides_even_what_the_document_itself_says(content: bytes, corpus: Path) -> None:
    (corpus / "a.txt").write_text(f"---\ncollection: {SHARED}\n---\n{BODY}")
    (corpus / "a.toml").write_bytes(content)
    assert collections(corpus) == {"a.txt": WITHHELD}


@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to("/dev/null"), Path.mkdir])
def test_a_sidecar_that_is_no_file(put: Callable[[Path], object], corpus: Path) -> None:
    (corpus / "a.txt").write_text(BODY)
    (corpus / "a.txt.toml").touch()
    assert collections(corpus) == {"a.txt": SHARED}
    (corpus / "a.txt.toml").unlink()
    put(corpus / "a.txt.toml")
    found = collections(corpus)
    assert found == ({"a.txt": SHARED} if (corpus / "a.txt.toml").is_dir() else {"a.txt": WITHHELD})


def test_files_that_cannot_be_read(corpus: Path) -> None:
    (corpus / "junk.txt").write_bytes(bytes(range(256)) * 9)
    (corpus / "out.txt").symlink_to("/etc/hostname")
    (corpus / "lost.toml").write_text("title = 'Lost'")
    (corpus / "report.pdf").touch()
    (corpus / "report.toml").write_text("collection = 'secret'")
    (corpus / "port" / "junk.txt").write_bytes(bytes(range(256)) * 9)
    assert collections(corpus) == {
        "junk.txt": WITHHELD,
        "lost.toml": WITHHELD,
        "out.txt": WITHHELD,
        "port/junk.txt": "port",
        "report.pdf": "secret",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(corpus: Path) -> None:
    (corpus / "a.txt").write_text(BODY)
    (corpus / "a.txt").chmod(0)
    (corpus / "port").chmod(0)
    try:
        assert collections(corpus) == {"a.txt": WITHHELD, "port/": "port"}
    finally:
        (corpus / "port").chmod(0o700)


def test_a_document_without_a_record_is_shared(corpus: Path) -> None:
    for at, text in enumerate((BODY, f"---\n\n{BODY}\n---\n\n{BODY}", f"---\ntitle: A\n---\n{BODY}", f"\n\n{BODY}")):
        (corpus / f"{at}.md").write_text(text)
    assert set(collections(corpus).values()) == {SHARED}


def test_a_mended_record_counts_again(corpus: Path) -> None:
    (corpus / "a.txt").write_text(f"---\ntitle: a: b\ncollection: secret\n---\n{BODY}")
    assert collections(corpus) == {"a.txt": WITHHELD}
    (corpus / "a.txt").write_text(f"---\ntitle: 'a: b'\ncollection: secret\n---\n{BODY}")
    assert collections(corpus) == {"a.txt": "secret"}


@given(
    st.text(st.sampled_from("\n\t -:'\"[]{}&*!#a~"), max_size=12),
    st.text(st.sampled_from("\n\t -:'\"[]{}#"), max_size=8),
)
def test_whatever_is_broken_around_it_a_named_collection_never_becomes_shared(before: str, after: str) -> None:
    assume("---" not in before)
    named = split(f"---\n{before}\ncollection: secret\n{after}\n---\n{BODY}").record.collection
    assert named is not None
    assert named != SHARED
