from typing import Any

from lxml import html

from tests.screens.message import message
from tests.screens.page import Theme, page
from tests.screens.parsed import found, parsed, words
from tests.screens.surroundings import Surroundings

BOT = {"id": "1300000000000000000", "username": "footnote", "global_name": "Footnote", "bot": True}
ALICE = {"id": "1200000004000000000", "username": "alice", "global_name": "Alice"}
HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"


def shown(around: Surroundings | None = None, **parts: Any) -> Any:
    given = {"author": BOT, "timestamp": "2026-11-25T18:20:00+00:00", "type": 0, "flags": 0, **parts}
    return parsed(message(given, around or Surroundings()))


def test_the_author_and_the_time() -> None:
    assert words(shown(), "header") == ["FootnoteAPP18:20"]
    assert words(shown(author=ALICE), "header") == ["Alice18:20"]


def test_what_it_answers() -> None:
    used = shown(type=20, interaction={"name": "ask", "user": ALICE})
    assert words(used, "above") == ["AAliceused /ask"]
    menu = shown(type=23, interaction={"name": "Find sources", "user": ALICE})
    assert words(menu, "mention") == ["Find sources"]
    replied = shown(type=19, referenced_message={"author": ALICE, "content": "who is\n**Old** Finch?"})
    assert words(replied, "said") == ["who is Old Finch?"]
    gone = shown(type=19, referenced_message=None)
    assert words(gone, "above") == []


def test_who_sees_it() -> None:
    assert words(shown(flags=64), "only-you") == ["Only you can see this • Dismiss message"]
    assert words(shown(), "only-you") == []


def test_thinking() -> None:
    assert words(shown(flags=128), "thinking") == ["Footnote is thinking…"]


def test_an_embed_with_all_its_parts() -> None:
    embed = {
        "author": {"name": "A. Uthor"},
        "title": "The *fire*",
        "url": "https://elva.example",
        "description": "“It burned.”\n-# [1] Archive",
        "color": 0xFF,
        "fields": [
            {"name": "When", "value": "1991", "inline": True},
            {"name": "Where", "value": "Elva", "inline": True},
            {"name": "Who", "value": "**Renn**"},
        ],
        "thumbnail": {"url": "https://elva.example/a.png"},
        "image": {"url": "attachment://graph.png"},
        "footer": {"text": "likely right"},
        "timestamp": "1991-05-14T00:00:00+00:00",
    }
    address = "http://127.0.0.1:1/attachments/5/graph.png"
    attached = {"filename": "graph.png", "url": address, "content_type": "image/png", "size": 3}
    article = shown(Surroundings(files={address: b"png"}), embeds=[embed], attachments=[attached])
    assert found(article, "embed")[0].get("style") == "--accent: #0000ff"
    assert words(article, "embed-author") == ["A. Uthor"]
    assert words(article, "embed-title") == ["The fire"]
    assert words(article, "small") == ["[1] Archive"]
    assert [len(found(row, "embed-field")) for row in found(article, "fields")] == [2, 1]
    assert words(article, "embed-footer") == ["likely right • 1991-05-14"]
    # Shown in the embed, the picture is not shown again below it.
    assert len(found(article, "img")) == 1


def test_attachments_below_the_text() -> None:
    address = "http://127.0.0.1:1/attachments/5/sources.txt"
    files = {address: "".join(f"line {at}\n" for at in range(20)).encode()}
    listed = {"filename": "sources.txt", "url": address, "content_type": "text/plain", "size": 2048}
    article = shown(Surroundings(files=files), attachments=[listed])
    assert words(article, "pre") == ["line 0 line 1 line 2 line 3 line 4 line 5"]
    assert words(article, "size") == ["2.00 KB"]
    binary = {"filename": "a.bin", "url": "http://127.0.0.1:1/a.bin", "content_type": "application/octet-stream"}
    assert words(shown(attachments=[{**binary, "size": 7}]), "file-card") == ["a.bin7 bytes"]


def test_nothing_in_a_message_becomes_part_of_the_page() -> None:
    given: dict[str, Any] = {
        "author": {**BOT, "global_name": HOSTILE},
        "timestamp": "2026-11-25T18:20:00+00:00",
        "content": HOSTILE,
        "referenced_message": {"author": ALICE, "content": HOSTILE},
        "embeds": [{"title": HOSTILE, "description": HOSTILE, "footer": {"text": HOSTILE}}],
        "attachments": [{"filename": HOSTILE, "url": HOSTILE, "content_type": "text/plain", "size": 1}],
    }
    source = page(HOSTILE, [message(given, Surroundings(files={HOSTILE: HOSTILE.encode()}))], Theme.LIGHT)
    whole = html.document_fromstring(source)
    assert not found(whole, "script")
    assert not found(whole, "img")
    assert not any(one.get("onerror") for one in whole.iter())
    assert found(whole, "title")[0].text_content() == HOSTILE
    assert whole.get("data-theme") == "light"


def test_the_page_needs_nothing_from_elsewhere() -> None:
    source = page("Empty", [], Theme.DARK)
    policy = [one.get("content") for one in found(html.document_fromstring(source), "meta") if one.get("http-equiv")]
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]
    assert "url(" not in source
    assert "@import" not in source
