"""The command as people run it: a process of its own, over a corpus of files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FIRE = (
    "The harbour at Port Elva burned on 14 May 1991. Two days later, coast guards arrested Marta Quell, a welder."
    " She was released in 1994.\n\n"
    "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay."
)
RECORD = (
    '---\ntitle: "The fire: a chronicle"\npublisher: Elva Archive\ndate: 1999-03\nurl: https://elva.example/fire\n---\n'
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "fire.md").write_text(RECORD + FIRE, "utf-8")
    return folder


def footnote(corpus: Path, *arguments: str, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FOOTNOTE_")}
    environment |= {"FOOTNOTE_CORPUS": str(corpus), "FOOTNOTE_INDEX": str(corpus.parent / "index"), **settings}
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        env=environment,
        cwd=corpus.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def payload(done: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(done.stdout)


CITATION = [
    "number", "passage", "document", "title", "publisher", "date", "url", "page", "paragraph", "start", "end", "quote",
    "score",
]  # fmt: skip


def test_an_answer_is_cited_and_verbatim(corpus: Path) -> None:
    done = footnote(corpus, "ask", "Who is Old Finch?", "--json")
    assert done.returncode == 0
    answer = payload(done)
    assert list(answer) == [
        "question", "answered", "confidence", "sentences", "citations", "closest", "did_you_mean", "unknown",
        "interpreted", "milliseconds", "read_as", "disagreements", "same_text",
    ]  # fmt: skip
    assert answer["answered"] is True
    assert "Tobias Renn" in answer["sentences"][0]["text"]
    citation = answer["citations"][0]
    assert list(citation) == CITATION
    assert citation["passage"] == "fire#p2"
    assert (citation["title"], citation["publisher"]) == ("The fire: a chronicle", "Elva Archive")
    assert (citation["date"], citation["url"]) == ("1999-03", "https://elva.example/fire")
    text = footnote(corpus, "source", "fire", "--text").stdout
    assert text[citation["start"] : citation["end"]] == citation["quote"] == answer["sentences"][0]["text"]
    assert answer["interpreted"] == {"actors": ["Old Finch"], "from": None, "to": None, "follows": None}


def test_an_answer_for_people(corpus: Path) -> None:
    done = footnote(corpus, "ask", "Who is Old Finch?")
    assert "the harbour master was Tobias Renn, who later moved to Sorrel Bay.” [1]" in done.stdout
    assert "[1] The fire: a chronicle, Elva Archive, 1999-03, paragraph 2 (fire#p2)" in done.stdout
    assert done.stderr == ""


def test_an_honest_refusal(corpus: Path) -> None:
    done = footnote(corpus, "ask", "What was the regatta's prize?")
    assert done.returncode == 1
    assert "The sources do not answer this." in done.stdout
    assert "“regatta's” and “prize”" in done.stdout
    answer = payload(footnote(corpus, "ask", "Which prize did Renn win at the regatta?", "--json"))
    assert answer["answered"] is False
    assert answer["sentences"] == answer["citations"] == []
    assert answer["closest"][0]["document"] == "fire"
    always = footnote(corpus, "ask", "Which prize did Renn win at the regatta?", "--json", "--always")
    assert always.returncode == 0
    assert payload(always)["sentences"]


def test_questions_from_standard_input(corpus: Path) -> None:
    lines = 'Who is Old Finch?\n\n{"question": "When did the harbour burn?", "history": ["a", "b"]}\nregatta?\n'
    done = footnote(corpus, "ask", "-", "--json", given=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["answered"] for answer in answers] == [True, True, False]
    assert answers[1]["question"] == "When did the harbour burn?"
    assert done.returncode == 0
    assert footnote(corpus, "ask", "-", "--json", given="regatta?\n").returncode == 1
    mixed = footnote(corpus, "ask", "-", "--json", given=f"{'x' * 10_000}\nWho is Old Finch?\n")
    assert mixed.returncode == 2
    assert [json.loads(line)["answered"] for line in mixed.stdout.splitlines()] == [False, True]


def test_explain_shows_the_reading_and_the_scores(corpus: Path) -> None:
    said = footnote(corpus, "ask", "Who is Old Finch?", "--explain").stdout
    assert "asked: who" in said
    assert "identity 1.00" in said


def test_search(corpus: Path) -> None:
    done = footnote(corpus, "search", "welder arrested", "-k", "1", "--json")
    assert done.returncode == 0
    found = payload(done)
    assert list(found) == ["query", "hits", "notes", "did_you_mean", "milliseconds"]
    [hit] = found["hits"]
    assert list(hit) == [*CITATION, "text"]
    assert "arrested Marta Quell" in hit["quote"]
    assert hit["quote"] in hit["text"]
    assert footnote(corpus, "search", "zebra").returncode == 1
    batch = footnote(corpus, "search", "-", "--json", given='zebra\n{"query": "harbour"}\n')
    assert [len(json.loads(line)["hits"]) for line in batch.stdout.splitlines()] == [0, 1]


def test_the_query_language(corpus: Path) -> None:
    assert footnote(corpus, "search", '"harbour master was Tobias Renn"').returncode == 0
    assert footnote(corpus, "search", '"harbour masters"').returncode == 1
    assert footnote(corpus, "search", "harbour -welder").returncode == 1
    assert footnote(corpus, "search", "zebra OR weld*").returncode == 0
    assert payload(footnote(corpus, "search", "source:fire", "--json"))["hits"][0]["document"] == "fire"
    assert footnote(corpus, "search", "harbour from:2001").returncode == 1
    assert footnote(corpus, "search", "harbour to:1999").returncode == 0
    broken = payload(footnote(corpus, "search", 'harbour "open', "--json"))
    assert broken["hits"]
    assert len(broken["notes"]) == 1
    assert payload(footnote(corpus, "search", "Tobyas", "--json"))["did_you_mean"] == ["Tobias"]


def test_cite(corpus: Path) -> None:
    assert "> Known to the dockers" in footnote(corpus, "cite", "fire#p2").stdout
    shown = payload(footnote(corpus, "cite", "fire#p2", "--json"))
    assert shown["quote"].startswith("Known to the dockers")
    assert shown["before"].endswith("She was released in 1994.")
    assert "https://elva.example/fire#:~:text=" in footnote(corpus, "cite", "fire#p2", "--format", "markdown").stdout
    bibtex = footnote(corpus, "cite", "fire#p2", "--format", "bibtex").stdout
    assert bibtex.startswith("@misc{fire-p2,\n  title = {The fire: a chronicle},")
    assert "Elva Archive" in footnote(corpus, "cite", "fire#p2", "--format", "text").stdout
    for unknown in ("fire#p9", "fire", "nothing#p1", "#p1", ""):
        assert footnote(corpus, "cite", unknown).returncode == 1


def test_sources(corpus: Path) -> None:
    (corpus / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (corpus / "scan.xyz").write_bytes(b"?")
    listed = payload(footnote(corpus, "sources", "--json"))["sources"]
    assert [list(one) for one in listed] == [
        ["document", "file", "title", "publisher", "date", "url", "collection", "passages", "problem"]
    ] * 3
    assert [one["problem"] is None for one in listed] == [True, False, False]
    assert payload(footnote(corpus, "source", "fire", "--json"))["reliability"] is None
    assert footnote(corpus, "source", "nothing").returncode == 1
    assert footnote(corpus, "ask", "Who is Old Finch?").returncode == 0


def test_index_says_what_was_skipped_and_why(corpus: Path) -> None:
    (corpus / "scan.xyz").write_bytes(b"?")
    done = footnote(corpus, "index")
    assert done.returncode == 0
    assert "1 document, 1 passage" in done.stdout
    assert "scan.xyz: " in done.stdout
    assert "up to date" in footnote(corpus, "index").stdout
    assert "up to date" not in footnote(corpus, "index", "--rebuild").stdout


def test_a_conversation_piped(corpus: Path) -> None:
    typed = ["Who is Old Finch?", "where did he move?", "/actor Tobias Renn", "/sources", "/cite fire#p1", "/nonsense"]
    typed += ["/timeline Marta Quell", "/timeline nobody", "/network Tobias Renn"]
    done = footnote(corpus, "chat", given="\n".join([*typed, "", "/quit", "never", ""]))
    assert done.returncode == 0
    assert "Tobias Renn" in done.stdout
    assert "(about: Tobias Renn)" in done.stdout
    assert "Tobias Renn (person)" in done.stdout
    assert "fire: The fire: a chronicle" in done.stdout
    assert "There is no command /nonsense." in done.stdout
    assert "\n16 May 1991\n" in done.stdout
    assert "Tobias Renn – " in done.stdout
    assert "“nobody”" in done.stdout
    assert "/search WORDS" in done.stdout
    assert "never" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["askk"], "No such command 'askk'"),
        (["ask"], "Missing argument"),
        (["ask", "who", "--nope"], "No such option"),
        (["search", "who", "-k", "0"], "0 is not in the range"),
        (["ask", ""], "The question is empty."),
        (["ask", "  "], "The question is empty."),
        (["ask", "x" * 10_000], "The question has 10,000 characters; at most 1,000 are read."),
        (["ask", "who", "--corpus", "nowhere"], "no corpus folder nowhere"),
        (["ask", "who", "--corpus", "corpus/fire.md"], "is a file, not a folder"),
        (["run"], "FOOTNOTE_DISCORD_TOKEN is not set"),
    ],
)
def test_misuse_is_one_clear_sentence(corpus: Path, arguments: list[str], says: str) -> None:
    done = footnote(corpus, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("question", ["the of and", "🙂🙃", "?"])
def test_a_question_without_words_is_refused_kindly(corpus: Path, question: str) -> None:
    done = footnote(corpus, "ask", question)
    assert done.returncode == 1
    assert "no word that can be searched for" in done.stdout


def test_an_empty_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    done = footnote(tmp_path / "corpus", "ask", "Who is Old Finch?")
    assert done.returncode == 1
    assert "nothing to search" in done.stdout
    assert footnote(tmp_path / "corpus", "search", "x").returncode == 1
    assert payload(footnote(tmp_path / "corpus", "sources", "--json")) == {"sources": []}


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("FOOTNOTE_HTTP", "8080", "FOOTNOTE_HTTP holds '8080': it takes host:port"),
        ("FOOTNOTE_HTTP", "localhost:99999", "FOOTNOTE_HTTP holds"),
        (
            "FOOTNOTE_READER",
            "notes.example.org",
            "FOOTNOTE_READER holds 'notes.example.org': it takes the address that",
        ),
        ("FOOTNOTE_DISCORD_API", "discord.com", "FOOTNOTE_DISCORD_API holds 'discord.com': it takes an address"),
        ("FOOTNOTE_OPENSEARCH", "http://search:9200", "FOOTNOTE_OPENSEARCH holds"),
        ("FOOTNOTE_CORPUS", "", "FOOTNOTE_CORPUS holds '': it takes the path of a folder"),
    ],
)
def test_a_bad_setting_is_one_line(corpus: Path, setting: str, value: str, says: str) -> None:
    done = footnote(corpus, "ask", "who", **{setting: value})
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("token", ["hunter2-secret", "Bot MTIz.abc.def", "a b c"])
def test_a_malformed_token_is_never_shown(corpus: Path, token: str) -> None:
    done = footnote(corpus, "run", FOOTNOTE_DISCORD_TOKEN=token)
    assert done.returncode == 2
    assert "FOOTNOTE_DISCORD_TOKEN" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert token not in done.stderr
    checked = footnote(corpus, "check", FOOTNOTE_DISCORD_TOKEN=token)
    assert checked.returncode == 2
    assert "ok   corpus: 1 of 1 documents" in checked.stdout
    assert "ok   reader: off" in checked.stdout
    assert token not in checked.stdout + checked.stderr


def test_settings_from_a_dotenv_file(corpus: Path) -> None:
    (corpus.parent / ".env").write_text("FOOTNOTE_HTTP=nonsense\n")
    done = footnote(corpus, "ask", "who")
    assert done.returncode == 2
    assert "FOOTNOTE_HTTP holds 'nonsense'" in done.stderr


def test_an_index_folder_that_cannot_be_written(corpus: Path) -> None:
    done = footnote(corpus, "ask", "Who is Old Finch?", "--index", "corpus/fire.md/index")
    assert done.returncode == 0
    assert "Tobias Renn" in done.stdout
    assert "cannot be saved" in done.stderr
    assert footnote(corpus, "index", "--index", "corpus/fire.md/index").returncode == 2


def test_a_reader_that_goes_away(corpus: Path) -> None:
    command = f"{sys.executable} -m bot source fire --text --corpus {corpus} --index {corpus.parent}/i | true"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here to be a full disk")
def test_output_that_cannot_be_written(corpus: Path) -> None:
    for redirection in (">/dev/full", ">&-", "<&- >/dev/null"):
        command = f"{sys.executable} -m bot ask - --corpus {corpus} --index {corpus.parent}/i {redirection}"
        done = subprocess.run(
            ["bash", "-c", f"echo 'Who is Old Finch?' | {command}"], cwd=ROOT, capture_output=True, check=False
        )
        assert b"Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) <= 1
        assert done.returncode in (1, 2) if "full" in redirection else True


def test_batches_take_each_line_for_itself(corpus: Path) -> None:
    done = footnote(corpus, "ask", "-", "--json", given='{"question": 5}\n{broken\nWho is Old Finch?\n')
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["answered"] for answer in answers] == [False, False, True]
    assert ["error" in answer for answer in answers] == [True, True, False]
    assert list(answers[0])[:-1] == list(answers[2])
    assert done.returncode == 2


def test_an_address_with_a_password_is_not_shown(corpus: Path) -> None:
    done = footnote(corpus, "ask", "who", FOOTNOTE_OPENSEARCH="http://user:hunter2@search:9200")
    assert done.returncode == 2
    assert "hunter2" not in done.stderr


def test_every_command_has_help_with_an_example(corpus: Path) -> None:
    for command in ("ask", "search", "chat", "cite", "sources", "source", "index", "check", "run"):
        done = footnote(corpus, command, "--help")
        assert done.returncode == 0
        assert "Example: " in done.stdout


def test_a_full_disk_leaves_the_picture_that_was_there(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom bot.terminal.picture import write_picture\n"
        "write_picture(b'old', Path('x.png'))\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))\nwrite_picture(b'new' * 1000, Path('x.png'))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert "the picture cannot be written to x.png" in done.stderr
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("x.png", b"old")]


def test_a_bad_switch_says_what_it_takes(corpus: Path) -> None:
    done = footnote(corpus, "sources", FOOTNOTE_MESSAGE_CONTENT="maybe")
    assert done.returncode == 2
    assert done.stderr == "footnote: FOOTNOTE_MESSAGE_CONTENT holds 'maybe': it takes true or false\n"


def test_names_takes_the_folders_that_every_command_takes(corpus: Path) -> None:
    assert footnote(corpus, "names", "A", "B", "--corpus", "nowhere", "--index", "nowhere").returncode == 0
