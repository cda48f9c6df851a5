"""What a server's last month was like, without a name."""

from collections.abc import Sequence

from bot.discord.look import Look, Part, Rule
from bot.discord.text import fitted
from bot.languages import Language
from bot.state.inquiries import Verdicts

_QUESTION = 200


def insights(counts: tuple[int, int], verdicts: Verdicts, unanswered: Sequence[str], language: Language) -> Look:
    """How many questions were asked and answered, what people thought of it, and what was not answered."""
    asked, answered = counts
    judged = verdicts.helpful + verdicts.unhelpful
    summary = [
        f"**{language.say('The last 30 days on this server')}**",
        language.plural(
            asked,
            "{n} question, {answered} answered",
            "{n} questions, {answered} answered",
            answered=_share(answered, asked, language),
        ),
        language.plural(
            judged,
            "{n} verdict, {helpful} helpful",
            "{n} verdicts, {helpful} helpful",
            helpful=_share(verdicts.helpful, judged, language),
        ),
    ]
    parts: list[Part] = ["\n".join(summary)]
    if unanswered:
        listed = "\n".join(f"- {fitted(' '.join(question.split()), _QUESTION)}" for question in unanswered)
        parts += [Rule.LINE, f"**{language.say('Not answered, the latest first')}**\n{listed}"]
    return Look(tuple(parts))


def _share(part: int, whole: int, language: Language) -> str:
    number = language.number(part)
    return f"{number} ({language.share(part / whole)})" if whole else number
