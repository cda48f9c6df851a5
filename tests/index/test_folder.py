import os
import re
import socket
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.folder import CorpusError, SourceFile, scan
from index.ids import MAX_ID


def made(root: Path, *names: str, content: str = "Text.") -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def found(root: Path) -> dict[str, SourceFile]:
    return {source.file: source for source in scan(root)}


def test_documents_are_found_and_sorted(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "a.markdown", "Z.text", "a-1.htm")
    sources = scan(tmp_path)
    assert [source.file for source in sources] == ["Z.text", "a-1.htm", "a.markdown", "a/b/c.HTML", "a/z.md", "b.txt"]
    assert [source.id for source in sources] == ["z", "a-1", "a", "c", "a-z", "b"]
    assert all(source.path == tmp_path.resolve() / source.file for source in sources)
    assert all(source.readable for source in sources)


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "a.txt~", "#a.txt#", "a.txt.bak", ".a.txt.swp", "~$a.txt")
    made(tmp_path, "actors.toml", "a.toml", "sub/actors.toml")
    assert list(found(tmp_path)) == ["a.txt"]


def test_the_sidecar_with_the_full_name_wins(tmp_path: Path) -> None:
    made(
        tmp_path,
        "report.html",
        "report.txt",
        "report.toml",
        "report.html.toml",
        "other.md",
        "notes.v2.md",
        "notes.v2.toml",
    )
    sidecars = {file: source.sidecar and source.sidecar.name for file, source in found(tmp_path).items()}
    assert sidecars == {
        "report.html": "report.html.toml",
        "report.txt": "report.toml",
        "other.md": None,
        "notes.v2.md": "notes.v2.toml",
    }


def test_a_record_of_nothing_is_said(tmp_path: Path) -> None:
    made(tmp_path, "lost.toml")
    (source,) = scan(tmp_path)
    assert (source.readable, source.problem) == (False, "there is no document beside it that it could be the record of")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Report.txt", "report"),
        ("Q3 Report (final).txt", "q3-report-final"),
        ("--a__b--.txt", "a-b"),
        ("Straße_İzmir.txt", "strasse-i\u0307zmir"),
        ("Отчёт о мосте.txt", "отчёт-о-мосте"),
        ("تقرير الميناء.txt", "تقرير-الميناء"),
        ("हिन्दी.txt", "हिन्दी"),
        (unicodedata.normalize("NFD", "Café.txt"), "café"),
        ("!!!.txt", "document"),
        ("a.b.c.txt", "a-b-c"),
        (f"{'x' * 80}.txt", "x" * 48),
        (f"{'x' * 47} y.txt", "x" * 47),
    ],
)
def test_ids_are_slugs(name: str, id: str, tmp_path: Path) -> None:
    made(tmp_path, name)
    (source,) = scan(tmp_path)
    assert source.id == id


def test_clashing_ids_are_told_and_all_served(tmp_path: Path) -> None:
    made(tmp_path, "a/report.txt", "b/report.md", "report.md", "d/Report!.md", "report.pdf")
    sources = found(tmp_path)
    ids = {file: source.id for file, source in sources.items() if source.readable}
    assert ids == {
        "a/report.txt": "a-report",
        "b/report.md": "b-report",
        "report.md": "report",
        "d/Report!.md": "d-report",
    }
    assert all(source.problem is None for source in sources.values() if source.readable)


def test_of_what_another_collection_holds_nothing_shows(tmp_path: Path) -> None:
    made(tmp_path, "report.md", "b.md", "notes/b.txt")
    alone = {file: (source.id, source.problem) for file, source in found(tmp_path).items()}
    made(tmp_path, "secret/report.md", "secret/report.txt", "secret/sub/b.md", "z/report.pdf", "secret/notes-b.md")
    after = found(tmp_path)
    assert {file: (after[file].id, after[file].problem) for file in alone} == alone
    assert after["secret/report.md"].id == "secret-report-md"


def test_ids_do_not_depend_on_what_came_first(tmp_path: Path) -> None:
    made(tmp_path, "report.md")
    known = {source.file: source.id for source in scan(tmp_path)}
    made(tmp_path, "a/report.md", "b/report.md", "b/report.txt")
    assert scan(tmp_path, known=known) == scan(tmp_path)


@settings(deadline=None)
@given(
    st.sets(
        st.sampled_from(
            [f"{place}{name}" for place in ("", "a/", "a/x/", "b/") for name in ("r.md", "r.txt", "a-r.md")]
        )
    )
)
def test_ids_are_told_apart_and_those_in_no_folder_stand_for_themselves(files: set[str]) -> None:
    def ids(some: set[str]) -> dict[str, str]:
        with TemporaryDirectory() as folder:
            made(Path(folder), *some)
            return {file: source.id for file, source in found(Path(folder)).items()}

    whole = ids(files)
    assert len(set(whole.values())) == len(files)
    alone = {file for file in files if "/" not in file}
    assert {file: whole[file] for file in alone} == ids(alone)


def test_a_newcomer_never_takes_an_id_over(tmp_path: Path) -> None:
    made(tmp_path, "report.md")
    assert [source.id for source in scan(tmp_path)] == ["report"]
    made(tmp_path, "Report.txt", "a/report.txt")
    assert "report" not in {source.id for source in scan(tmp_path)}


def test_a_file_keeps_the_id_it_had_whoever_comes_and_goes(tmp_path: Path) -> None:
    made(tmp_path, "b/report.md")
    known = {source.file: source.id for source in scan(tmp_path)}
    assert known == {"b/report.md": "report"}
    made(tmp_path, "a/report.txt", "report.txt")
    known = {source.file: source.id for source in scan(tmp_path, known=known)}
    assert known == {"a/report.txt": "a-report", "b/report.md": "report", "report.txt": "report-txt"}
    (tmp_path / "b/report.md").unlink()
    (tmp_path / "a/report.txt").unlink()
    assert [source.id for source in scan(tmp_path, known=known)] == ["report-txt"]


def test_ids_stay_within_their_length_and_do_not_depend_on_unreadable_files(tmp_path: Path) -> None:
    made(tmp_path, *(f"{folder}/{'x' * 60}.{suffix}" for folder in "abc" for suffix in ("md", "txt", "pdf")))
    sources = scan(tmp_path)
    assert len({source.id for source in sources}) == 9
    assert all(len(source.id) <= MAX_ID for source in sources)


def test_an_unknown_format_is_said(tmp_path: Path) -> None:
    made(tmp_path, "a.pdf", "b", "c.Docx")
    assert {file: (source.readable, source.problem) for file, source in found(tmp_path).items()} == {
        "a.pdf": (False, "there is no reader for .pdf files"),
        "b": (False, "its name has no ending such as .txt"),
        "c.Docx": (False, "there is no reader for .docx files"),
    }


def test_what_is_no_file_is_said_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    made(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "a.toml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        sources = found(tmp_path)
    assert sources["pipe.txt"].problem == "it is a pipe, not a regular file"
    assert sources["socket.txt"].problem == "it is a socket, not a regular file"
    assert not sources["pipe.txt"].readable
    assert sources["a.txt"].readable
    assert sources["a.txt"].sidecar is None
    assert sources["a.txt"].problem == "its record a.toml cannot be used: it is a pipe, not a regular file"


def test_a_folder_may_be_named_like_a_document(tmp_path: Path) -> None:
    made(tmp_path, "a.txt/b.txt")
    assert list(found(tmp_path)) == ["a.txt/b.txt"]


def test_links(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    made(corpus, "a.txt", ".store/kept.txt", "sub/b.txt")
    made(outside, "secret.txt", "more/c.txt")
    (corpus / "same.txt").symlink_to("a.txt")
    (corpus / "out.txt").symlink_to(outside / "secret.txt")
    (corpus / "gone.txt").symlink_to("nowhere.txt")
    (corpus / "self.txt").symlink_to("self.txt")
    (corpus / "sub" / "up").symlink_to("..")
    (corpus / "sub" / "elsewhere").symlink_to(outside)
    (corpus / "stored").symlink_to(".store")
    (corpus / "device.txt").symlink_to("/dev/zero")
    sources = found(corpus)
    assert {file for file, source in sources.items() if source.readable} == {
        "a.txt",
        "same.txt",
        "stored/kept.txt",
        "sub/b.txt",
    }
    assert {file: source.problem for file, source in sources.items() if not source.readable} == {
        "out.txt": "it is a link that leads out of the corpus",
        "device.txt": "it is a link that leads out of the corpus",
        "sub/elsewhere": "it is a link that leads out of the corpus",
        "gone.txt": "it is a link that leads nowhere",
        "self.txt": "it is a link that leads nowhere",
    }


def test_a_linked_corpus_is_a_corpus(tmp_path: Path) -> None:
    made(tmp_path / "real", "a.txt")
    (tmp_path / "link").symlink_to("real")
    assert list(found(tmp_path / "link")) == ["a.txt"]


def test_a_sidecar_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "corpus/a.txt", "secret.toml")
    (tmp_path / "corpus" / "a.toml").symlink_to(tmp_path / "secret.toml")
    (source,) = scan(tmp_path / "corpus")
    assert source.sidecar is None
    assert source.problem == "its record a.toml cannot be used: it is a link that leads out of the corpus"


def test_a_large_file_is_said(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", content="x" * 3000)
    (source,) = scan(tmp_path, limit=2000)
    assert source.problem == "it is larger (3,000 bytes) than the limit of 2,000 bytes"
    with (tmp_path / "a.txt").open("ab") as file:
        file.truncate(40 * 1024 * 1024)
    (source,) = scan(tmp_path)
    assert source.problem == "it is larger (40 MiB) than the limit of 32 MiB"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").chmod(0)
    sources = found(tmp_path)
    (tmp_path / "sub").chmod(0o700)
    assert sources["a.txt"].problem == "it may not be read (permission denied)"
    assert sources["sub/"].problem == "this folder may not be listed (Permission denied)"


def test_a_corpus_has_to_be_a_folder(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    with pytest.raises(CorpusError, match=r"^There is no corpus folder .*missing\.$"):
        scan(tmp_path / "missing")
    with pytest.raises(CorpusError, match=r"^The corpus .*a\.txt is a file, not a folder\.$"):
        scan(tmp_path / "a.txt")
    with pytest.raises(CorpusError, match="cannot be used"):
        scan(tmp_path / "\0")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(CorpusError, match="cannot be used"):
        scan(tmp_path / "loop")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list everything")
def test_a_corpus_has_to_be_listable(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir(mode=0)
    with pytest.raises(CorpusError, match="may not be listed"):
        scan(corpus)


def test_an_empty_corpus_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path) == ()


def test_a_change_shows_without_reading(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "b.txt")
    prints = [tuple(source.fingerprint for source in scan(tmp_path)[:1])]

    def changed() -> bool:
        prints.append(tuple(source.fingerprint for source in scan(tmp_path)[:1]))
        return len(set(prints)) == len(prints)

    os.utime(tmp_path / "a.txt", ns=(1, 1))
    assert changed()
    made(tmp_path, "a.toml", content="title = 'A'")
    assert changed()
    made(tmp_path, "a.toml", content="title = 'AB'")
    assert changed()
    (tmp_path / "a.toml").rename(tmp_path / "a.txt.toml")
    assert changed()
    made(tmp_path, "b.txt", content="other")
    assert not changed()


def test_names_that_are_no_unicode_or_hold_controls_can_be_shown(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"a\xfe.txt", b"b\nc.txt", b"a\\xff.txt", b"d\x1b[31m.txt", "e\u2028.txt".encode()):
        (tmp_path / os.fsdecode(name)).write_text("Text.")
    sources = scan(tmp_path)
    files = [source.file for source in sources]
    assert set(files) == {"a\\xfe.txt", "a\\\\xff.txt", "a\\xff.txt", "b\\nc.txt", "d\\x1b[31m.txt", "e\\u2028.txt"}
    assert all(source.path.read_text() == "Text." for source in sources)
    assert len({source.id for source in sources}) == 6


names = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda name: name not in (".", "..") and len(name.encode()) < 200
)


@given(st.sets(names, max_size=6))
def test_any_names_make_unique_slugs(tmp_path_factory: pytest.TempPathFactory, stems: set[str]) -> None:
    root = tmp_path_factory.mktemp("corpus")
    for stem in stems:
        (root / f"{stem}.txt").write_text("")
    sources = scan(root)
    assert len({source.id for source in sources}) == len(sources) == len({source.file for source in sources})
    assert [source.file for source in sources] == sorted(source.file for source in sources)
    for source in sources:
        assert 1 <= len(source.id) <= MAX_ID
        assert not re.search(r"[\s/#]|--|^-|-$", source.id)
