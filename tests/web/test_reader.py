"""The source reader as people meet it: over HTTP, served by the bot's own process, by links that it gave on Discord."""

import asyncio
import base64
import hashlib
import json
import re
import signal
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import aiohttp
import pytest
import pytest_asyncio
from lxml import html
from prometheus_client.parser import text_string_to_metric_families

from bot.permit import Permit, Permits
from bot.reference import Reference
from bot.scope import Scope
from bot.state.key import reader_key
from bot.web.serving import CONNECTIONS
from index.citation import Citation, cite
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from tests.discord.process import TOKEN, Bot, running, started
from tests.discord.test_collections import QUESTION, write_documents
from tests.standin import Channel, Guild, Permission, Person, Reply, StandIn

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("web-reader")]

LINK: Final = re.compile(r"\((http://127\.0\.0\.1:\d+/read/([\w.-]+)#quote)\)")
FAR: Final = datetime.now(UTC).date() + timedelta(days=2)
FINCH: Final = "Known to the dockers as ‘Old Finch,’ the harbour master was Tobias Renn, who later moved to Sorrel Bay."


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> html.HtmlElement:
        return html.document_fromstring(self.body.decode())


@dataclass(frozen=True, slots=True)
class Scene:
    discord: StandIn
    bot: Bot
    newsroom: Guild
    inside: Channel
    outside: Channel
    alice: Person
    boss: Person
    port: int
    permits: Permits

    async def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        return await fetched(self.port, path, method, **headers)

    def sealed(self, channel: Channel, until: date = FAR, document: str = "chronicle", text: str = FINCH) -> str:
        """A permit as the bot itself would seal it: the tests have its key."""
        assert channel.guild is not None
        permit = Permit(Reference.of(citation(document, text)), Scope(channel.guild.id, channel.id), until)
        return f"/read/{self.permits.sealed(permit)}"


def citation(document: str, text: str) -> Citation:
    return cite(Document.of_blocks(document, "a.md", Record(), [Block(text)], None), 0, len(text))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def reader(port: int) -> dict[str, str]:
    return {"FOOTNOTE_HTTP": f"127.0.0.1:{port}", "FOOTNOTE_READER": f"http://127.0.0.1:{port}"}


async def fetched(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, f"http://127.0.0.1:{port}{path}", headers=headers, allow_redirects=False) as answer,
    ):
        told = {name.title(): value for name, value in answer.headers.items() if name != "Date"}
        return Answer(answer.status, told, await answer.read())


def link(reply: Reply) -> str:
    """The path that the first footnote of an answer leads to."""
    found = LINK.search(reply.text)
    assert found is not None, reply.text
    return f"/read/{found[2]}"


def same(*answers: Answer) -> None:
    assert all(one == answers[0] for one in answers)
    assert answers[0].status == 404
    assert b"This link leads nowhere now" in answers[0].body


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def scene(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    folder = tmp_path_factory.mktemp("reader")
    corpus, port = write_documents(folder), free_port()
    for name, who, address in (("a", "Oda Falk", "fire"), ("b", "Jon Brandt", "fire#crew")):
        record = f"---\nurl: https://elva.example/{address}\n---\n"
        (corpus / f"{name}.md").write_text(f"{record}{who} headed Section {name}9.\n")
    async with StandIn(TOKEN) as discord:
        newsroom, elsewhere = discord.add_guild("Newsroom"), discord.add_guild("Elsewhere")
        inside, outside = newsroom.add_channel("research"), elsewhere.add_channel("research")
        alice = newsroom.add_member("alice")
        elsewhere.add_member(alice)
        boss = newsroom.add_member("boss", newsroom.add_role("bosses", Permission.MANAGE_GUILD))
        grants = json.dumps({"default": ["shared"], str(newsroom.id): ["shared", "harbour"]})
        async with running(discord, corpus, **reader(port), FOOTNOTE_COLLECTIONS=grants) as bot:
            permits = Permits(reader_key(folder / "data"))
            yield Scene(discord, bot, newsroom, inside, outside, alice, boss, port, permits)
    log = "".join(bot.log)
    assert "Traceback" not in log, log
    assert "chronicle" not in log


async def test_a_footnote_leads_to_the_quote_marked_in_its_document(scene: Scene) -> None:
    path = link(await scene.alice.command(scene.inside, "ask", question=QUESTION))
    shown = await scene.get(path)
    assert shown.status == 200
    assert [mark.text_content() for mark in shown.page.iter("mark")] == [FINCH]
    assert shown.page.xpath("string(//h1)") == "The Finch papers"
    assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
    for name, value in (
        ("Cache-Control", "private, no-cache"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ):
        assert shown.headers[name] == value
    style = base64.b64encode(hashlib.sha256(shown.page.xpath("string(//style)").encode()).digest()).decode()
    policy = shown.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert policy.endswith(f"style-src 'sha256-{style}'")
    assert "unsafe" not in policy
    assert "Set-Cookie" not in shown.headers
    assert (await scene.get(path, "HEAD")).headers == shown.headers
    assert (await scene.get(path, "HEAD")).body == b""


async def test_every_way_to_a_quote_on_discord_leads_there(scene: Scene) -> None:
    asked = await scene.alice.command(scene.inside, "ask", question=QUESTION)
    mention = await scene.alice.say(scene.inside, f"{scene.discord.mention} {QUESTION}")
    replies = [
        await scene.alice.command(scene.inside, "cite", passage="chronicle#p1"),
        await scene.alice.command(scene.inside, "source", document="chronicle"),
        await scene.alice.command(scene.inside, "search", query="Finch dockers"),
        await scene.alice.command(scene.inside, "ask", question=QUESTION, private=True),
        await scene.alice.click(asked, "In context"),
        await scene.alice.click(asked, "More passages"),
    ]
    for text in [*(reply.text for reply in replies), (await scene.discord.next_message(after=mention)).text]:
        found = LINK.search(text)
        assert found is not None, text
        assert "Tobias Renn" in "".join((await scene.get(f"/read/{found[2]}")).page.xpath("//mark/text()"))


async def test_in_a_direct_message_it_opens_what_everybody_may_see(scene: Scene) -> None:
    direct = await scene.alice.open_dm()
    reply = await scene.alice.command(direct, "ask", question="Who is the mayor of Grimsel?")
    assert "Anna Finchley" in (await scene.get(link(reply))).page.xpath("string(//mark)")


async def test_whatever_leads_nowhere_gets_the_same_answer(scene: Scene) -> None:
    good = scene.sealed(scene.inside)
    assert (await scene.get(good)).status == 200
    same(
        await scene.get("/read/x"),
        await scene.get(good[:-5] + "AAAAA"),
        await scene.get(good[:-1]),
        await scene.get(f"{good}?at=-1"),
        await scene.get(f"{good}?at=1e3"),
        await scene.get(f"{good}?at=" + "9" * 5000),
        await scene.get(scene.sealed(scene.inside, date(2020, 1, 1))),
        await scene.get(scene.sealed(scene.outside)),
        await scene.get(scene.sealed(scene.outside, document="chronicle", text="There is no such text.")),
        await scene.get(scene.sealed(scene.inside, document="chronicle", text=FINCH.replace("Renn", "Rann"))),
        await scene.get(scene.sealed(scene.inside, document="no-such-document")),
        await scene.get(scene.sealed(scene.inside, document="حريق")),
    )
    assert (await scene.get(f"{good}?at=999999999")).status == 200


async def test_a_channel_that_is_narrowed_or_left_closes_the_links_given_in_it(scene: Scene) -> None:
    path = link(await scene.alice.command(scene.inside, "ask", question=QUESTION))
    panel = await scene.boss.command(scene.inside, "settings")
    panel = await scene.boss.choose(panel, "shared", menu="settings:collections:0")
    same(await scene.get(path), await scene.get("/read/x"))
    panel = await scene.boss.choose(panel, "shared", "harbour", menu="settings:collections:0")
    assert (await scene.get(path)).status == 200
    other = scene.newsroom.add_channel("other")
    panel = await scene.boss.choose(panel, other, menu="settings:channels")
    same(await scene.get(path), await scene.get("/read/x"))
    await scene.boss.choose(panel, menu="settings:channels")
    assert (await scene.get(path)).status == 200


async def test_where_only_some_roles_may_ask_only_they_are_given_links(scene: Scene) -> None:
    before = link(await scene.alice.command(scene.inside, "ask", question=QUESTION))
    asker = scene.newsroom.add_member("asker", role := scene.newsroom.add_role("askers"))
    panel = await scene.boss.command(scene.inside, "settings")
    panel = await scene.boss.choose(panel, role, menu="settings:roles")
    same(await scene.get(before), await scene.get("/read/x"))
    openly = await asker.command(scene.inside, "ask", question=QUESTION)
    assert "Tobias Renn" in openly.text
    assert "/read/" not in openly.text
    mention = await asker.say(scene.inside, f"{scene.discord.mention} {QUESTION}")
    assert "/read/" not in (await scene.discord.next_message(after=mention)).text
    for privately in (
        await asker.click(openly, "In context"),
        await asker.command(scene.inside, "ask", question=QUESTION, private=True),
    ):
        assert (await scene.get(link(privately))).status == 200
    refused = await scene.alice.click(openly, "In context")
    assert "/read/" not in refused.text
    await scene.boss.choose(panel, menu="settings:roles")
    assert (await scene.get(before)).status == 200


async def test_a_page_is_in_the_readers_language_and_what_leads_nowhere_tells_no_servers(scene: Scene) -> None:
    path = scene.sealed(scene.inside)
    panel = await scene.boss.command(scene.inside, "settings")
    panel = await scene.boss.choose(panel, "fa", menu="settings:language")
    for accepted, code in (("fr-CA,fr;q=0.9", "fr"), ("en", "fa"), ("", "fa")):
        shown = await scene.get(path, **{"Accept-Language": accepted})
        assert shown.page.get("lang") == code
        assert shown.page.xpath("string(//mark)") == FINCH
        assert shown.headers["Vary"] == "Accept-Language"
    withdrawn = scene.sealed(scene.inside, date(2020, 1, 1))
    same(*[await scene.get(each, **{"Accept-Language": "en"}) for each in (withdrawn, "/read/x")])
    gone = await scene.get(withdrawn, **{"Accept-Language": "fr"})
    assert (gone.status, gone.page.get("lang")) == (404, "fr")
    await scene.boss.choose(panel, "en", menu="settings:language")


async def test_what_a_browser_has_kept_is_asked_for_again(scene: Scene) -> None:
    path = scene.sealed(scene.inside)
    shown = await scene.get(path)
    tag = shown.headers["Etag"]
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = await scene.get(path, **{"If-None-Match": known})
        assert (again.status, again.body) == (304, b"")
    for known in ('"other"', "nonsense", ""):
        assert (await scene.get(path, **{"If-None-Match": known})).status == 200
    same(await scene.get(scene.sealed(scene.outside), **{"If-None-Match": "*"}), await scene.get("/read/x"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_there_is_nothing_but_to_read(scene: Scene, method: str) -> None:
    for path in (scene.sealed(scene.inside), "/healthz"):
        refused = await scene.get(path, method)
        assert refused.status == 405
        assert refused.headers["Allow"] == "GET,HEAD"


@pytest.mark.parametrize(
    "path",
    ["/", "/read", "/read/", "/read/%00", "/read/%ff%fe", "/read/%2e%2e/etc/passwd", "/read/a/b", "/read/%",
     "/favicon.ico", "/robots.txt", "/templates/page.html", "/read/" + "x" * 1001, "/read/x%0d%0aSet-Cookie:a=b",
     "//evil.example/x"],
)  # fmt: skip
async def test_there_is_nothing_else_to_find(scene: Scene, path: str) -> None:
    status, head, _ = await raw(scene.port, f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert status in (400, 404)
    assert "location" not in head.lower()
    assert "set-cookie" not in head.lower()


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET /read/" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"nonsense\r\n\r\n",
        b"BREW /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /healthz HTTP/9.9\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
async def test_what_is_no_request_is_refused_and_leaves_no_trace_in_the_log(scene: Scene, request_bytes: bytes) -> None:
    logged = len(scene.bot.log)
    status, _, _ = await raw(scene.port, request_bytes)
    assert status in (0, 400)
    assert (await scene.get("/healthz")).status == 200
    assert scene.bot.log[logged:] == []


async def raw(port: int, request: bytes) -> tuple[int, str, bytes]:
    """Status, head and body of what comes back until the connection is closed; status 0 where nothing comes."""
    come, go = await asyncio.open_connection("127.0.0.1", port)
    try:
        go.write(request)
        async with asyncio.timeout(15):
            answer = await come.read()
    except ConnectionError:
        answer = b""
    finally:
        go.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    status = int(head.split()[1]) if head else 0
    return status, head.decode("latin-1"), body


async def test_who_is_slow_or_many_is_cut_off_and_keeps_nobody_waiting(scene: Scene) -> None:
    async def dripping() -> float:
        began = asyncio.get_running_loop().time()
        come, go = await asyncio.open_connection("127.0.0.1", scene.port)
        reading = asyncio.create_task(come.read())
        go.write(b"GET /healthz HTTP/1.1\r\n")
        while not reading.done():
            go.write(b"X: y\r\n")
            await asyncio.wait([reading], timeout=0.5)
        await asyncio.gather(reading, return_exceptions=True)
        go.close()
        return asyncio.get_running_loop().time() - began

    drips = [asyncio.create_task(dripping()) for _ in range(5)]
    await asyncio.sleep(0.1)
    idle = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", scene.port) for _ in range(CONNECTIONS + 300)))

    def cut() -> int:
        return sum(come.at_eof() or come.exception() is not None for come, _ in idle)

    await scene.discord.until(lambda: cut() > 150, 5, "the cutting of connections")
    assert cut() <= 305
    assert "Tobias Renn" in (await scene.alice.command(scene.inside, "ask", question=QUESTION)).text
    for _, go in idle:
        go.close()
    await asyncio.sleep(0.2)
    assert (await scene.get(scene.sealed(scene.inside))).status == 200
    assert max(await asyncio.gather(*drips)) < 16


async def test_many_readers_at_once_all_get_their_page_and_the_bot_answers_meanwhile(scene: Scene) -> None:
    path = scene.sealed(scene.inside)
    pages = [asyncio.create_task(scene.get(path)) for _ in range(200)]
    assert "Tobias Renn" in (await scene.alice.command(scene.inside, "ask", question=QUESTION)).text
    assert {page.status for page in await asyncio.gather(*pages)} == {200}


async def test_metrics_tell_how_the_bot_fares_and_of_nobody(scene: Scene) -> None:
    async def told() -> tuple[dict[str, float], str]:
        text = (await scene.get("/metrics")).body.decode()
        samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
        return {"".join([one.name, *one.labels.values()]): one.value for one in samples}, text

    before, _ = await told()
    await scene.alice.command(scene.inside, "ask", question=QUESTION)
    await scene.alice.command(scene.inside, "ask", question="Who wove the seven curtains?")
    path = link(await scene.alice.command(scene.inside, "search", query="Finch"))
    for each in (path, "/read/x", "/read/y"):
        await scene.get(each)
    after, text = await told()

    def more(name: str) -> float:
        return after[name] - before.get(name, 0.0)

    assert (more("footnote_answer_seconds_counttrue"), more("footnote_answer_seconds_countfalse")) == (1, 1)
    assert (more("footnote_http_responses_total200"), more("footnote_http_responses_total404")) == (2, 2)
    assert after["footnote_ready"] == 1
    assert after["footnote_log_records_totalerror"] == 0
    for secret in ("chronicle", "Finch", "harbour", str(scene.newsroom.id), str(scene.inside.id), str(scene.alice.id)):
        assert secret not in text


async def test_a_web_page_is_opened_itself_and_its_place_in_the_reader(scene: Scene) -> None:
    exact = await scene.alice.command(scene.inside, "ask", question="Who headed Section a9?")
    assert "[a.md](https://elva.example/fire#:~:text=" in exact.text
    assert "[paragraph 1](http://127.0.0.1" in exact.text
    assert "Oda Falk" in (await scene.get(link(exact))).page.xpath("string(//mark)")


async def test_an_address_that_leads_elsewhere_in_a_page_is_left_to_the_reader(scene: Scene) -> None:
    elsewhere = await scene.alice.command(scene.inside, "ask", question="Who headed Section b9?")
    assert "[b.md](http://127.0.0.1" in elsewhere.text
    assert "https://elva.example/" not in elsewhere.text
    shown = (await scene.get(link(elsewhere))).page
    assert "https://elva.example/fire#crew" in shown.xpath("//dd//a/@href")


async def test_a_reader_that_would_be_served_nowhere_ends_with_2(tmp_path: Path) -> None:
    settings = {"FOOTNOTE_READER": "https://notes.example.org"}
    async with StandIn(TOKEN) as discord, started(discord, write_documents(tmp_path), **settings) as bot:
        assert await bot.ended() == 2
        assert "FOOTNOTE_READER is set, but not FOOTNOTE_HTTP" in "".join(bot.log)


async def test_a_link_outlasts_a_kill_but_not_what_it_leads_to(tmp_path: Path) -> None:
    corpus, port = write_documents(tmp_path), free_port()
    (corpus / "ledger.md").write_text("The ledger of Port Elva was kept by Oda Falk.\n\n" + "Salt and rope. " * 2_000)
    async with StandIn(TOKEN) as discord:
        guild = discord.add_guild("Newsroom")
        channel, alice = guild.add_channel("research"), guild.add_member("alice")
        async with running(discord, corpus, FOOTNOTE_HTTP=f"127.0.0.1:{port}"):
            # Without its address there is no reader, no key and no link.
            assert "/read/" not in (await alice.command(channel, "ask", question=QUESTION)).text
            assert (await fetched(port, "/healthz")).status == 200
            assert (await fetched(port, "/read/x")).status == 404
            assert not (tmp_path / "data" / "reader.key").exists()
        async with started(discord, corpus, **reader(port)) as bot:
            await bot.logged("ready")
            await discord.ready()
            questions = (QUESTION, "Who is the mayor of Grimsel?", "Who kept the ledger of Port Elva?")
            paths = [link(await alice.command(channel, "ask", question=one)) for one in questions]
            bot.process.kill()
            await bot.process.wait()
        async with running(discord, corpus, **reader(port)) as bot:
            assert [(await fetched(port, path)).status for path in paths] == [200, 200, 200]
            await alice.command(channel, "watch add", query="lighthouse")
            (corpus / "lighthouse.md").write_text("The lighthouse of Port Elva went dark in 1994.\n")
            (corpus / "harbour" / "chronicle.md").unlink()
            (corpus / "mayor.md").write_text("---\ntitle: The mayor\n---\nNobody was ever the mayor of Grimsel.\n")
            await bot.logged("passages can be searched")
            same(*[await fetched(port, path) for path in (*paths[:2], "/read/x")])
            await discord.until(lambda: "**New on" in channel.messages[-1].text, 20)
            told = LINK.search(channel.messages[-1].text)
            assert told is not None
            assert "went dark" in (await fetched(port, f"/read/{told[2]}")).page.xpath("string(//mark)")
            await stopped_while_read(bot, port, paths[2])
        async with running(discord, corpus, **reader(port), FOOTNOTE_COLLECTIONS='{"default": ["harbour"]}'):
            same(*[await fetched(port, path) for path in (*paths, "/read/x")])


async def stopped_while_read(bot: Bot, port: int, path: str) -> None:
    """It gives who has asked for a page that page, and stops in good time, though somebody never takes theirs."""
    with socket.socket() as slow:
        # So small a window that the page does not fit into it.
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        slow.connect(("127.0.0.1", port))
        slow.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        await asyncio.sleep(0.3)
        asked = [asyncio.create_task(fetched(port, path)) for _ in range(20)]
        await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
        bot.process.send_signal(signal.SIGTERM)
        assert {page.status for page in await asyncio.gather(*asked)} == {200}
        assert await bot.ended(10) == 0
    assert "Traceback" not in "".join(bot.log)
