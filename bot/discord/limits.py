"""Discord's limits, in code points, from its documentation (https://docs.discord.com/developers/reference)."""

TEXT = 4000
"""All text displays of a message together."""

ROW = 5
BUTTON_LABEL = 80
CHOICES = 25
CHOICE_NAME = 100
CHOICE_VALUE = 100
OPTIONS = 25
OPTION_TEXT = 100
