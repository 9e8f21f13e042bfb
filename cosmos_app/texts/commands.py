"""What the command line says: its help, what is wrong with a command, and what was done."""

from cosmos_app.texts.message import Text

SMALL_GROUP = Text(
    "The smallest group shown cannot be {value}: so few people can be recognised. "
    "Give a whole number from {smallest} up, or leave it out for {usual}."
)
