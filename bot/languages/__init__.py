"""The languages of Footnote's own words: English as it stands in the code, and a file ``CODE.po`` for each other.

What sources say is quoted as it stands, in whatever language. A language is added with one file: copy another's, give
it the language's code as its name, and translate; gettext's usual tools (Poedit, Weblate, msgfmt) know the format.
"""

from bot.languages.language import ENGLISH, Language
from bot.languages.saying import Saying, phrase

__all__ = ["ENGLISH", "Language", "Saying", "phrase"]
