"""What a server's last month was like, without a name."""

from collections.abc import Sequence

from bot.discord.look import Look, Part, Rule
from bot.discord.text import fitted
from bot.message import phrases
from bot.state.inquiries import Verdicts

_QUESTION = 200


def insights(counts: tuple[int, int], verdicts: Verdicts, unanswered: Sequence[str]) -> Look:
    """How many questions were asked and answered, what people thought of it, and what was not answered."""
    asked, answered = counts
    judged = verdicts.helpful + verdicts.unhelpful
    summary = [
        "**The last 30 days on this server**",
        f"{phrases.count(asked, 'question')}, {_share(answered, asked)} answered",
        f"{phrases.count(judged, 'verdict')}, {_share(verdicts.helpful, judged)} helpful",
    ]
    parts: list[Part] = ["\n".join(summary)]
    if unanswered:
        listed = "\n".join(f"- {fitted(' '.join(question.split()), _QUESTION)}" for question in unanswered)
        parts += [Rule.LINE, f"**Not answered, the latest first**\n{listed}"]
    return Look(tuple(parts))


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "0"
