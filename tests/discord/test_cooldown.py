"""Nobody waits for somebody who asks without end, and nobody who asks as people do meets the limit."""

import pytest

from bot.discord.cooldown import PERSON, SERVER, Cooldown, Rate


@pytest.mark.parametrize("rate", [PERSON, SERVER, Rate(1, 10.0)])
def test_a_burst_is_granted_and_then_one_in_a_while(rate: Rate) -> None:
    cooldown = Cooldown(rate)
    assert [cooldown.wait(1, 0.0) for _ in range(rate.burst)] == [0.0] * rate.burst
    assert cooldown.wait(1, 0.0) == pytest.approx(rate.every)
    assert cooldown.wait(1, rate.every / 2) == pytest.approx(rate.every / 2)
    assert cooldown.wait(1, rate.every) == 0.0
    assert cooldown.wait(1, rate.every) > 0


def test_one_does_not_wait_for_another() -> None:
    cooldown = Cooldown(Rate(1, 60.0))
    assert cooldown.wait(1, 0.0) == 0.0
    assert cooldown.wait(1, 0.0) > 0
    assert cooldown.wait(2, 0.0) == 0.0


def test_waiting_long_gives_no_more_than_a_burst() -> None:
    cooldown = Cooldown(Rate(3, 1.0))
    cooldown.wait(1, 0.0)
    assert [cooldown.wait(1, 1e6) for _ in range(3)] == [0.0] * 3
    assert cooldown.wait(1, 1e6) > 0


def test_a_server_gives_many_people_more_than_one_person() -> None:
    assert SERVER.burst > PERSON.burst
    assert SERVER.every < PERSON.every
