"""Texts of counting people and seats: what everybody sees of it, what stops the dots, and seats that nobody uses."""

from cosmos_app.texts.message import Plural, Text

# --- what everybody sees ----------------------------------------------------------------------------------------------

HEADS, NOT_COUNTED = Text("People counted"), Text("not yet")
SEATS = Text("Seats")
PAPER = Text("Seats on paper")
SHARED = Text("Seats on a shared phone")
REMOVED = Text("Seats taken away")
LABELLED = Text("{label}: {number}")
LOOK_AROUND = Text(
    "A seat holds the answers of one person. The person leading the workshop counts the people. Look around: do the "
    "numbers fit? If not, say so."
)

# --- while people join ------------------------------------------------------------------------------------------------

TOO_FEW_JOINED = Text("So far fewer have joined than the smallest group that is shown, which is {k}.")
PHONES_TOO_FEW = Text(
    "So far fewer than {k} people answer on phones, and others on paper. Then nothing is shown: someone types in the "
    "paper, knows what is on it, and could work out what the few on phones chose."
)
FEW_OFFERS_TITLE = Text("What you can do")
FEW_OFFERS = (
    Text("Lend phones. One phone can serve several people, one after the other. Each counts as one person."),
    Text(
        "Give everyone a sheet. Those who have answered on a phone erase that first, under “My seat”. When all answer "
        "on paper, {k} people are enough."
    ),
    Text("Put phones and paper away. Talk and agree without dots."),
)

# --- before the dots are shown ----------------------------------------------------------------------------------------

COUNT_TITLE = Text("Count the people")
COUNT_WHY = Text(
    "Count everyone who answered, gone or still here. Everyone sees the number. More seats than people would mean that "
    "someone has two seats, or that a person was made up. Then the others' answers would not be safe."
)
COUNT_ASK = Text("How many people have answered, gone or still here?")
COUNT_KEEP = Text("So many people have answered")
COUNT_FIRST = Text("You can show the dots once the people are counted.")
NUMBERS_FIT = Text("No more seats than people: you can show the dots.")
TOO_MANY = Plural(
    "There is {n} seat more than there are people. The dots stay hidden until the numbers fit.",
    "There are {n} seats more than there are people. The dots stay hidden until the numbers fit.",
)
TOO_MANY_DO = (
    Text("Count again. Who has answered and gone?"),
    Text(
        "Ask everyone: do you have a second seat, in another browser or on another phone? Open the round again, so "
        "that they can erase it themselves, under “My seat”."
    ),
    Text("Does nobody use a seat any more? Take it away, below."),
)

# --- seats that nobody uses -------------------------------------------------------------------------------------------

UNUSED_TITLE = Text("A seat that nobody uses")
UNUSED_ABOUT = Text(
    "You can take a seat away only if its person has not finished, and does nothing for two minutes after you ask. The "
    "answers on it are erased. That phone is told, and everyone sees how many seats were taken away. Does someone "
    "answer from elsewhere? They may not see your question in time: call them first."
)
ASK_THEM = Text("Ask all who have not finished: are you still there?")
ASK_THEM_AGAIN = Text("Ask them again")
NO_SIGN = Text("Seats that gave no sign since you asked: {number}.")
WAIT = Plural(
    "If they give none, you can take one away in {n} second.",
    "If they give none, you can take one away in {n} seconds.",
)
TAKE_AWAY = Text("Take one of these seats away")

STILL_THERE = Text(
    "Are you still there? There are more seats than people. If you give no sign within two minutes, your seat and your "
    "answers here can be erased."
)
I_AM_HERE = Text("Yes, I am here")
TAKEN_AWAY = Text(
    "Your seat in the workshop was taken away, because nobody seemed to use it. Your answers there are erased. Are you "
    "still taking part? Then tell the person leading the workshop, and join again with the code."
)

# --- when nothing can be shown ----------------------------------------------------------------------------------------

FEW_PHONES_ANSWERED = Text(
    "Fewer than {k} people answered on phones, and the others on paper. Someone typed in the paper and knows what is "
    "on it. So anything shown here could tell that person what the few on phones chose. Nothing is shown."
)
