"""Pictures: legible, the same each time, nothing over anything else."""

from datetime import date
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.pictures import Actor, Moment, Picture, Tie, network, timeline
from bot.pictures.layout import arranged
from bot.pictures.lettering import can_shape, font_for, is_right_to_left, legible, lines, width
from bot.pictures.network import MOST_ACTORS, strongest
from bot.pictures.palette import ACCENT, INK, INKS, MUTED, OF_KIND, PAPER, WARNING, contrast
from bot.pictures.picture import LONGEST_ALT, described

KINDS = ("person", "organisation", "place")
NAMES = ("Qais al-Khazali", "قيس الخزعلي", "Али Муса Дакдук", "习近平", "IRGC", "Islamic Revolutionary Guard Corps")


def size(picture: Picture) -> tuple[int, int]:
    return Image.open(BytesIO(picture.png)).size


def moment(day: date = date(2007, 1, 20), quote: str = "Commandos raided Karbala.") -> Moment:
    return Moment("20 January 2007", day, day, quote, "[1] A source")


@settings(max_examples=12, deadline=None)
@given(st.integers(1, MOST_ACTORS), st.integers(0, 3), st.integers(0, 999))
def test_no_label_lies_over_another_nor_beside_the_paper(count: int, density: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    ties = np.triu(generator.integers(0, 9, (count, count)) * (generator.random((count, count)) < density * 0.1), 1)
    boxes = np.column_stack([generator.uniform(40, 190, count), generator.uniform(40, 90, count)])
    places = arranged((ties + ties.T).astype(float), boxes, 1144.0, 900.0)
    assert np.isfinite(places).all()
    assert (places[:, 0] >= boxes[:, 0] / 2 - 1).all()
    assert (places[:, 0] <= 1144 - boxes[:, 0] / 2 + 1).all()
    for one, other in combinations(range(count), 2):
        apart = np.abs(places[one] - places[other]) - (boxes[one] + boxes[other]) / 2
        assert apart.max() >= -1, (one, other)


def test_the_same_network_is_the_same_picture() -> None:
    actors = [Actor(name, KINDS[at % 3], 9 - at) for at, name in enumerate(NAMES)]
    ties = [Tie(0, at, at) for at in range(1, len(NAMES))]
    assert network(actors, ties, "Network") == network(actors, ties, "Network")


@pytest.mark.parametrize("ties", [[], [Tie(0, 1, 1)], [Tie(0, 1, 3), Tie(2, 3, 1)]])
def test_actors_that_nothing_ties_are_drawn_too(ties: list[Tie]) -> None:
    picture = network([Actor(name, "person", 1) for name in NAMES[:4]], ties, "Network", "a note")
    assert size(picture)[0] == 1200
    assert picture.alt.startswith("Network. a note 4 actors")
    assert Image.open(BytesIO(picture.png)).info["Description"] == picture.alt


def test_one_actor_alone() -> None:
    assert size(network([Actor("Daqduq", "person", 0)], [], "Daqduq"))[0] == 1200


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)), max_size=60))
def test_everybodys_strongest_tie_is_drawn(drawn: list[tuple[int, int, int]]) -> None:
    pairs = {(min(one, other), max(one, other)): passages for one, other, passages in drawn if one != other}
    ties = [Tie(one, other, passages) for (one, other), passages in pairs.items()]
    shown = strongest(ties, 10)
    assert set(shown) <= set(ties)
    for actor in range(10):
        own = [tie.passages for tie in ties if actor in (tie.one, tie.other)]
        assert max(own, default=0) == max((tie.passages for tie in shown if actor in (tie.one, tie.other)), default=0)


def test_years_stand_beside_events_of_more_than_one_day_only() -> None:
    alone, same = timeline([moment()], "Timeline"), timeline([moment(), moment()], "Timeline")
    apart = timeline([moment(), moment(date(2008, 3, 1))], "Timeline")
    row = size(same)[1] - size(alone)[1]
    assert size(alone)[1] < size(apart)[1] - row


@pytest.mark.parametrize(
    "moments",
    [
        [moment()],
        [moment(date(1, 1, 1)), moment(date(9999, 12, 31))],
        [moment(date(2007, 1, day)) for day in range(1, 20)],
        [moment(quote="قال المتحدث إن قيس الخزعلي (Khazali) وصل إلى طهران في 9 نوفمبر 2005.")],
        [moment(quote="他抵达德黑兰。"), moment(quote="w" * 900), moment(quote="\u202e\x00\n")],
    ],
)
def test_a_timeline_is_drawn(moments: list[Moment]) -> None:
    picture = timeline(moments, "Timeline", "a note")
    assert size(picture)[0] == 1200
    assert len(picture.alt) <= LONGEST_ALT
    assert picture == timeline(moments, "Timeline", "a note")


def test_what_cannot_be_shown_letter_for_letter_is_not_quoted() -> None:
    assert legible("习近平") == "XiJinPing"
    quoted, unquoted = timeline([moment(quote="Он прибыл.")], "A"), timeline([moment(quote="他抵达。")], "A")
    assert size(quoted)[1] > size(unquoted)[1]


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    assert is_right_to_left("قيس الخزعلي (Khazali)")
    assert not is_right_to_left("Khazali (قيس)")
    if not can_shape():
        assert legible("قيس").isascii()
        pytest.skip("libfribidi is not installed: Arabic names are written in Latin letters")
    assert legible("قيس") == "قيس"
    apart = sum(width(letter, 40) for letter in "قيس")
    assert width("قيس", 40) < 0.9 * apart


def test_without_libfribidi_names_are_written_in_latin_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pictures.lettering.can_shape", lambda: False)
    assert legible("قيس الخزعلي").isascii()


@given(st.text(max_size=80), st.integers(40, 400), st.integers(1, 3))
def test_lines_are_no_wider_and_no_more_than_asked(text: str, wide: int, most: int) -> None:
    shown = lines(legible(text), 20, wide, most)
    assert len(shown) <= most
    assert all(width(line, 20) <= wide or len(line) <= 2 for line in shown)


@pytest.mark.parametrize("theme", [(49, 51, 56), (255, 255, 255), (0, 0, 0)], ids=["dark", "light", "black"])
def test_colours_are_read_on_their_own_paper_whatever_the_theme(theme: tuple[int, int, int]) -> None:
    assert theme != PAPER
    for colour in (INK, MUTED, ACCENT, WARNING, *OF_KIND.values()):
        assert contrast(colour, PAPER) >= 4.5
    assert len(INKS) * 28 < 256


def test_fonts_are_at_hand() -> None:
    assert font_for("Khazali", 20).getname()[0] == "Noto Sans"
    assert font_for("قيس", 20).getname()[0] == "Noto Sans Arabic"


@given(st.lists(st.text(min_size=1, max_size=300), max_size=20))
def test_alternative_texts_fit(sentences: list[str]) -> None:
    assert len(described(sentences)) <= LONGEST_ALT
