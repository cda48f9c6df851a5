"""Nobody makes a permit but who has the key, and the key outlasts what happens to processes."""

import asyncio
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.permit import Permit, Permits
from bot.reference import Reference
from bot.scope import Scope
from bot.state import StateError
from bot.state.key import NAME, SIZE, reader_key
from tests.discord.process import ROOT

PERMITS = Permits(b"k" * SIZE)
GIVEN = Permit(Reference("chronicle", 10, 60, "0123abcd"), Scope(2**63 - 1, 2**63 - 2), date(2026, 12, 25))
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=48)

MAKER = """
import sys
from pathlib import Path
from bot.state.key import reader_key
print(reader_key(Path(sys.argv[1])).hex())
"""


SCOPES = st.builds(Scope, st.none() | st.integers(0, 2**64), st.integers(0, 2**64), st.booleans())


@given(IDS, st.integers(0, 10**9), SCOPES, st.dates())
def test_what_is_sealed_is_opened_and_stands_in_an_address_as_it_is(
    id: str, start: int, scope: Scope, until: date
) -> None:
    permit = Permit(Reference(id, start, start + 1, "ffffffff"), scope, until)
    text = PERMITS.sealed(permit)
    assert PERMITS.opened(text) == permit
    assert text.isascii()
    assert text.replace("-", "").replace("_", "").replace(".", "").isalnum()


@given(st.integers(0, 200), st.characters(exclude_categories=["Cs"]) | st.just("\ud800"))
def test_a_letter_changed_makes_no_other_permit(at: int, letter: str) -> None:
    sealed = PERMITS.sealed(GIVEN)
    # Of the last letter of a signature in base 64 two bits mean nothing.
    assert PERMITS.opened(sealed[:at] + letter + sealed[at + 1 :]) in (None, GIVEN)
    assert PERMITS.opened(sealed[: at % len(sealed)]) is None


@pytest.mark.parametrize("text", ["", ".", "..", "a.b", ".a.b", "[]", "é.é", "\0", "." * 1000, "e30.e30"])
def test_what_was_never_sealed_is_not_opened(text: str) -> None:
    assert PERMITS.opened(text) is None
    assert Permits(b"l" * SIZE).opened(PERMITS.sealed(GIVEN)) is None


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    made = reader_key(tmp_path / "data")
    assert len(made) == SIZE
    assert reader_key(tmp_path / "data") == made
    assert stat.S_IMODE((tmp_path / "data" / NAME).stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "data").iterdir()] == [NAME]


@pytest.mark.parametrize("held", [b"", b"short", b"k" * 33])
def test_what_is_no_key_is_left_alone(tmp_path: Path, held: bytes) -> None:
    (tmp_path / NAME).write_bytes(held)
    with pytest.raises(StateError, match="is no key, and is left as it is"):
        reader_key(tmp_path)
    assert (tmp_path / NAME).read_bytes() == held


def test_where_no_key_can_be_kept_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StateError, match=r"reader\.key cannot be read or made: "):
        reader_key(tmp_path / "data")


def test_on_a_full_disk_it_is_said_and_no_half_of_a_key_is_left(tmp_path: Path) -> None:
    full = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({SIZE // 2}, {SIZE // 2}))\n{MAKER}"
    maker = [sys.executable, "-c", full, str(tmp_path)]
    done = subprocess.run(maker, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "reader.key cannot be read or made: File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


async def test_of_several_processes_that_make_a_key_at_once_and_are_killed_all_go_on_with_one(tmp_path: Path) -> None:
    async def maker() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", MAKER, str(tmp_path)), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )

    makers = [await maker() for _ in range(6)]
    makers[0].kill()
    told = {(await one.communicate())[0].decode().strip() for one in makers} - {""}
    assert told == {reader_key(tmp_path).hex()}
