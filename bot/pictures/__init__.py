"""Pictures for Discord and the README: a timeline and a network of actors. Nothing here needs a display."""

from bot.pictures.network import Actor, Tie, network
from bot.pictures.picture import Picture
from bot.pictures.timeline import Moment, timeline

__all__ = ["Actor", "Moment", "Picture", "Tie", "network", "timeline"]
