"""Texts of the room's network, and of other devices: a second desk, a phone as a remote control."""

from cosmos_app.texts.message import Plural, Text

# The network, at the desk

NETWORK = Text("The room's network")
OPEN_WIRELESS = Text(
    "What goes through this network is not encrypted: whoever listens on the same wireless can read what phones send, "
    "also answers, and can act in somebody's name. Use a network of your own for the room, a hotspot for instance, not "
    "one that others are on. The desk stays on this laptop, so that its key never travels."
)
TEST = Text("Can phones reach this laptop?")
TEST_DO = Text("Scan this with a phone that is in the room's network, or open the address there:")
WAITING_FOR_A_DEVICE = Text("No other device has reached this laptop in the last ten minutes. Waiting …")
REACHED = Text("Another device has reached this laptop. Phones in this network can join.")
NOT_REACHED_DO = (
    Text("Is the phone in the same network as this laptop, and not on mobile data?"),
    Text("Guest networks often keep devices apart. Then use a hotspot."),
    Text("A firewall on this laptop may ask whether to let others in: allow it for this network."),
)
WIFI = Text("A code that takes phones into the wireless")
WIFI_ABOUT = Text(
    "Type the name and the password of the room's wireless. They stay in this window, and are stored nowhere."
)
WIFI_NAME = Text("Name of the wireless")
WIFI_PASSWORD = Text("Its password; empty if it has none")
WIFI_SHOW = Text("Show the code")
WIFI_SCAN = Text("Scan this first: it takes a phone into “{name}”. Then scan the code of the workshop.")
WIFI_OPEN = Text("A wireless without a password is read by whoever is near. Give it one.")
HOTSPOT = Text("No network of your own? Make one")
HOTSPOT_STEPS = (
    Text("Take a phone, or this laptop, and switch on its hotspot. Give it a password. It needs no internet."),
    Text("If it is a phone's hotspot, take this laptop into it."),
    Text("Stop CoSMoS and start it again with “cosmos run --lan”: the laptop's address has changed."),
    Text("Type the hotspot's name and password above, and let people scan that code first."),
    Text("Most phones let ten devices or fewer into their hotspot. Try it before people come."),
)

# Other devices, at the desk

OTHER_DEVICES_ABOUT = Text(
    "A code admits one device, once, and ends after five minutes. The device is admitted until CoSMoS is stopped, or "
    "until all others are sent away from the desk."
)
REMOTE = Text("A phone as a remote control")
REMOTE_ABOUT = Text(
    "It turns the steps and the questions, and starts the clock anew. It shows no answers, and opens no page of the "
    "desk. Where the wireless is not encrypted, whoever listens could turn pages too."
)
REMOTE_CODE = Text("Code for a remote control")
SECOND_DESK = Text("A second desk")
SECOND_DESK_WARNS = Text(
    "Everything the desk shows then goes through the wireless unencrypted, and so does the key of that desk: whoever "
    "listens can sit down there too. Do this only in a network of your own."
)
SECOND_DESK_CODE = Text("Code for a second desk")
OPEN_THERE = Text("Open {address} on the other device, and type:")
CODE_IS_USED = Text("This code was used, or has ended.")

# On the other device

DEVICE_TITLE = Text("Let this device in")
DEVICE_LEAD = Text("At the desk somebody can make a code for it: as a remote control, or as a second desk.")
DEVICE_CODE = Text("Code")
DEVICE_GO = Text("Let it in")
NO_SUCH_CODE = Text("This is not the code, or it has ended. Ask for a new one at the desk.")
DESK_IS_ELSEWHERE = Text(
    "The desk stays on the laptop that CoSMoS runs on, because this network is not encrypted. Open the link there, "
    "as it was printed: it begins with http://127.0.0.1. To let this device in as well, make a code at that desk."
)
REMOTE_TITLE = Text("Remote control")
NOT_A_REMOTE = Text("This device was not let in, or not any more. Ask for a code at the desk.")
NEXT, BACK = Text("Next: {title}"), Text("Back: {title}")
NEXT_LATER = Text("The next step opens at the desk.")
NEXT_QUESTION, QUESTION_BEFORE = Text("Next question"), Text("Question before")
CLOCK_ANEW = Plural("Start the clock anew: {n} minute", "Start the clock anew: {n} minutes")
MOVED_ON = Text("The room has moved on meanwhile. This is where it is now.")
DONE = Text("Done.")

REACH_TITLE = Text("This works")
REACH_LEAD = Text("This device reaches CoSMoS. Look at the desk: it says so there too. You can close this page.")

# Where people join

JOIN_OPEN_WIRELESS = Text(
    "This room's network does not encrypt what you send: somebody on the same wireless who listens could read it. If "
    "that is not all right for you, ask for a form on paper."
)
