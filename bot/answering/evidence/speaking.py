"""Whether a sentence speaks of the persons that the question names, be it as he or she."""

from collections.abc import Sequence, Set

from bot.conversation.persons import Spoken

NAMES = ("of_person", "of_person_first", "of_person_called", "of_others", "of_nobody")


def speaking(persons: Set[str], spoken: Sequence[Spoken]) -> tuple[float, ...]:
    """The figures of NAMES, each 0 or 1; all 0 where the question names no person.

    That is, in turn: the sentence speaks of one of them; of one of them first; of them by a pronoun alone; of others
    alone; of nobody.

    Args:
        persons: The names of those that the question names.
        spoken: Whom the sentence speaks of, in order.
    """
    if not persons:
        return (0.0,) * len(NAMES)
    meant = [one for one in spoken if one.name in persons]
    called = bool(meant) and not any(one.named for one in meant)
    return (
        float(bool(meant)),
        float(bool(meant) and spoken[0].name in persons),
        float(called),
        float(bool(spoken) and not meant),
        float(not spoken),
    )
