"""The pages' own words."""

from collections.abc import Mapping
from datetime import date

from bot.languages import Language
from bot.permit import LASTS
from bot.web.sheet import Sheet


def page_words(sheet: Sheet, until: date, left_out: int, language: Language) -> Mapping[str, str]:
    """What a page of a document says itself.

    Args:
        sheet: What it shows.
        until: The last day that its link holds.
        left_out: How many of the document's lines are not in its text.
        language: What it is said in.
    """
    first, last = (sheet.pieces[at].paragraph.number for at in (0, -1))
    about = [language.say("The text is shown as Footnote has read it.")]
    if left_out:
        about.append(
            language.plural(
                left_out,
                "{n} line of menus, banners and the like is left out.",
                "{n} lines of menus, banners and the like are left out.",
            )
        )
    about.append(
        language.say(
            "This link holds until {day}, as long as the source may be seen where it was given.",
            day=language.iso(until.isoformat()),
        )
    )
    return {
        "author": language.say("Author"),
        "publisher": language.say("Publisher"),
        "date": language.say("Date"),
        "reliability": language.say("Reliability"),
        "original": language.say("Original"),
        "archived": language.say("archived copy"),
        "quote": language.say("Quote"),
        "previous": language.say("Previous"),
        "next": language.say("Next"),
        "where": language.say(
            "Paragraphs {first} to {last} of {count}", first=first, last=last, count=len(sheet.document.paragraphs)
        ),
        "back": language.say("Back to the quote"),
        "cite": language.say("Cite this quote"),
        "about": " ".join(about),
    }


def gone_words(language: Language) -> Mapping[str, str]:
    """What is said where a link leads nowhere."""
    return {
        "heading": language.say("This link leads nowhere now"),
        "why": language.say(
            "Links to a source hold for {days} days, and only as long as the source stands unchanged and may be seen "
            "where the link was given.",
            days=LASTS.days,
        ),
        "instead": language.say(
            "Ask again, or press “{button}” below the quote on Discord: if it may be seen there, that shows it.",
            button=language.say("In context"),
        ),
    }


def style_word(style: str, language: Language) -> str:
    """The name of a style of citations."""
    return {"markdown": "Markdown", "bibtex": "BibTeX"}.get(style) or language.say("Plain text")
