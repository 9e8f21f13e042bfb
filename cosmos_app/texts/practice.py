"""Texts of practice cases: invented stories to try the questions on."""

from cosmos_app.texts.message import Text

HOW_TO_CHOOSE = Text(
    "An invented story, to practise on: nothing of it counts. Choose what the story shows. If only part of a situation "
    "is true, choose the one before it."
)
