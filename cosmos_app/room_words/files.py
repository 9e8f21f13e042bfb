"""Words that stand in every file that leaves a room."""

CAUTION_OF_A_ROOM = (
    "A reflection of what the people in one room said on one day, to talk about. Not a measurement of a service, and "
    "nothing to rank or compare services by."
)
