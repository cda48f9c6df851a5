"""Footnote's messages as Discord shows them: a message object becomes a page in Discord's look, and that a picture.

``python -m tests.screens FOLDER`` starts the genuine bot against the stand-in, plays the scenes and writes pictures of
what people see: dark and light, on a desktop and on a phone. Sizes and colours are those of Discord's own client, as
near as the typefaces of a Debian machine allow ("Noto Sans" is the first fallback that Discord itself names).
"""
