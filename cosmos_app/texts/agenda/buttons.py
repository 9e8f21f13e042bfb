"""What the buttons say that lead a room on; the script names them, and the desk shows them."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

BUTTONS: Mapping[str, Text] = {
    "let_in": Text("Let people in"),
    "close_round": Text("Close the round"),
    "reopen": Text("Open the round again"),
    "show_dots": Text("Show the dots"),
    "ask_again": Text("Ask again"),
    "go_on": Text("Go on to the profile"),
    "close": Text("Close the workshop"),
}
"""What the buttons say that move a room from one state to the next; the script names them."""

LOOK_TOGETHER = Text("Look at it together")
"""What the button of a question says that turns everybody to it."""
