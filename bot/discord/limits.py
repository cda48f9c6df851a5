"""Discord's limits, in code points, from its documentation (https://docs.discord.com/developers/reference)."""

CONTENT = 2000
EMBED_TITLE = 256
EMBED_DESCRIPTION = 4096
BUTTON_LABEL = 80
CHOICES = 25
CHOICE_NAME = 100
CHOICE_VALUE = 100
CUSTOM_ID = 100
ACKNOWLEDGE_SECONDS = 3.0
