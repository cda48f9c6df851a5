"""Settings: from a folder of secrets, and what takes more than a look at one of them."""

from pathlib import Path

import pytest

from bot import settings
from bot.settings import SettingsError, read_settings, unknown_settings


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "SECRETS", tmp_path)
    monkeypatch.delenv("FOOTNOTE_HTTP", raising=False)
    monkeypatch.delenv("FOOTNOTE_DISCORD_TOKEN", raising=False)
    monkeypatch.delenv("FOOTNOTE_READER", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_secret_is_read_and_not_shown(secrets: Path) -> None:
    (secrets / "FOOTNOTE_DISCORD_TOKEN").write_text("a.secret\n")
    given = read_settings()
    assert given.discord_token is not None
    assert given.discord_token.get_secret_value() == "a.secret"
    assert "a.secret" not in repr(given)


def test_the_environment_comes_before_secrets(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (secrets / "FOOTNOTE_HTTP").write_text("127.0.0.1:1")
    monkeypatch.setenv("FOOTNOTE_HTTP", "127.0.0.1:2")
    assert read_settings().http_address == ("127.0.0.1", 2)
    assert read_settings(corpus=Path("elsewhere")).corpus == Path("elsewhere")


def test_a_secret_that_is_no_text_is_one_line(secrets: Path) -> None:
    (secrets / "FOOTNOTE_HTTP").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="http") as raised:
        read_settings()
    assert "\n" not in str(raised.value)


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize(
    ("value", "address"),
    [("", None), ("127.0.0.1:8080", ("127.0.0.1", 8080)), ("[::1]:80", ("::1", 80)), (":80", ("0.0.0.0", 80))],  # noqa: S104
)
def test_addresses(monkeypatch: pytest.MonkeyPatch, value: str, address: object) -> None:
    monkeypatch.setenv("FOOTNOTE_HTTP", value)
    assert read_settings().http_address == address


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("", None),
        ("https://notes.example.org/", "https://notes.example.org"),
        ("http://192.168.1.5:8080/our/notes", "http://192.168.1.5:8080/our/notes"),
    ],
)
def test_where_the_reader_is_reached(monkeypatch: pytest.MonkeyPatch, value: str, address: str | None) -> None:
    monkeypatch.setenv("FOOTNOTE_READER", value)
    monkeypatch.setenv("FOOTNOTE_HTTP", "127.0.0.1:8080")
    assert read_settings().reader_address() == address
    monkeypatch.setenv("FOOTNOTE_HTTP", "")
    if address is not None:
        with pytest.raises(SettingsError, match="FOOTNOTE_READER is set, but not FOOTNOTE_HTTP"):
            read_settings().reader_address()


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize(
    "value",
    ["notes.example.org", "ftp://x.example", "https://me:secret@x.example", "https://x.example/a b", "https://x.example/)",
     "https://x.example/?a=b", "https://x.example/#a", "javascript:alert(1)", f"https://x.example/{'a' * 120}"],
)  # fmt: skip
def test_what_no_link_can_begin_with_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("FOOTNOTE_READER", value)
    with pytest.raises(
        SettingsError, match=r"^FOOTNOTE_READER holds .*it takes the address that people reach"
    ) as raised:
        read_settings()
    assert "secret" not in str(raised.value)


def test_a_name_that_is_no_setting_is_pointed_out(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (secrets / "FOOTNOTE_DISCORD_TOKN").write_text("a.secret")
    (secrets / ".env").write_text("FOOTNOTE_CORPSU=texts\nOTHER=1\n")
    monkeypatch.setenv("FOOTNOTE_HTTP", "")
    monkeypatch.setenv("FOOTNOTE_XYZZY", "1")
    assert unknown_settings() == [
        "FOOTNOTE_CORPSU is no setting and has no effect: did you mean FOOTNOTE_CORPUS?",
        "FOOTNOTE_DISCORD_TOKN is no setting and has no effect: did you mean FOOTNOTE_DISCORD_TOKEN?",
        "FOOTNOTE_XYZZY is no setting and has no effect.",
    ]
