"""Conversations on small corpora: they are sound, and what goes on from an earlier question keeps its answer."""

from collections.abc import Sequence

import pytest

from benchmarks.asked import opened
from benchmarks.conversations import BRIEFINGS, SEEN, FollowUp, corpora, follow_ups, followed, share


@pytest.fixture(scope="module")
def asked() -> Sequence[FollowUp]:
    return list(follow_ups())


def test_each_answer_stands_in_its_text(asked: Sequence[FollowUp]) -> None:
    for name in {one.text for one in asked} - {BRIEFINGS}:
        whole = " ".join(" ".join(one.text.split()) for one in opened(name).sources.documents).casefold()
        answers = [answer for one in asked if one.text == name for answer in one.answers]
        assert [one for one in answers if one.casefold() not in whole] == []


def test_a_text_is_in_one_part_only(asked: Sequence[FollowUp]) -> None:
    parts = {(one.text, one.part) for one in asked}
    assert len(parts) == len({text for text, _ in parts})


@pytest.mark.timeout(120)
def test_follow_ups_are_answered() -> None:
    found = [one for footnote, asked in corpora("reported") for one in followed(footnote, asked, SEEN)]
    answered = [one for one in found if one.asked.answers]
    assert share(any(one.right) for one in answered) >= 0.74
    assert share(one.right[:1] == [True] for one in answered) >= 0.56
    assert share(one.given for one in answered) >= 0.58
