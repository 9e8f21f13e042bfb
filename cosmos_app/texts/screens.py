"""What links to the screens say, and what the buttons say that lead on to them."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

TITLES: Mapping[str, Text] = {
    "start": Text("Start"),
    "answer": Text("Questions"),
    "review": Text("Check"),
    "profile": Text("Profile"),
    "maps": Text("Maps"),
    "readings": Text("How others read it"),
    "factors": Text("Helps and hinders"),
    "take_away": Text("Take away"),
    "join": Text("Join"),
    "room": Text("The room"),
    "desk": Text("Workshops"),
    "prepare": Text("Prepare"),
    "facilitate": Text("Lead"),
    "paper": Text("On paper"),
    "sites": Text("Sites"),
    "compare": Text("Side by side"),
    "change": Text("Over time"),
    "learn": Text("Learn from each other"),
    "wall": Text("On the wall"),
}
"""What links say, by the name of the screen (``web.routes.SCREENS``)."""

CALLS: Mapping[str, Text] = {
    "review": Text("Check your answers"),
    "profile": Text("See your profile"),
    "maps": Text("See the maps"),
    "readings": Text("See how others may read it"),
    "factors": Text("What helps, what hinders"),
    "take_away": Text("Take away"),
    "room": Text("I am done: on to the room"),
}
"""What the button says that leads on to a screen, for those that a visitor goes on to."""
