"""The desk of sites: what others may know of each place, what it agreed to share, what other servers gave."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

SITES_TITLE = Text("Sites")
SITES_LEAD = Text("What others may know of each place, and what it agreed to share.")
WHO_SEES = Text(
    "You at this desk see your own workshops. Whoever compares sites comes in by a link of their own, and sees of a "
    "site only what it agreed to share: whole workshops, theme by theme, never an answer, never a group within a "
    "workshop, and nothing that fewer people gave than the workshop itself may show."
)
WHICH_SITE = Text("Which site")
SEE_SIDE_BY_SIDE = Text("See what they share, side by side")
WORKSHOPS_HERE = Plural("One workshop here.", "{n} workshops here.")
"""How many workshops name a site."""
IN_A_FEW_WORDS = Text("The site in a few words")
WHAT_IT_SHARES = Text("What it agreed to share")
NO_SITES = Text("No site yet.")
NO_SITES_DO = Text("A site is here as soon as a workshop names its place.")
CARD_ABOUT = Text("Others read this beside the figures, so that they compare like with like. Saved as you type.")

AGREE_ABOUT = Text(
    "Ask the people of the site, not only who leads it. Nothing is shared until this is agreed. It holds for later "
    "workshops of the site too, until it is withdrawn, which can be done at any time."
)
AGREE_FIGURES = Text("Share this card, and what its workshops give together, theme by theme")
AGREE_STORIES = Text("Share what was agreed and done: actions, what became of them, targets, evidence, what hinders")
AGREE_ASKED = Text("Others may ask us, at the address below")
AGREE_CONTACT = Text("Whom to ask: an address of a role, not of a person")
AGREE_TODAY = Text("This is what the site agreed to today")
NO_CONTACT = Text("To be asked, the site needs an address. Nothing was changed.")
AGREED_ON = Text("Agreed on {day}.")
SHARES: Mapping[str, Text] = {
    "figures": Text("its card and what its workshops give together"),
    "stories": Text("what it agreed and did"),
    "asked": Text("an address for questions"),
}
"""What a site shares, by the field of its agreement."""
IT_SHARES = Text("It shares {what}.")
NOTHING_AGREED = Text("Nothing is agreed. Nobody but this desk sees anything of this site.")
WITHDRAWN_ON = Text("Withdrawn on {day}. Nobody but this desk sees anything of this site.")
WITHDRAW = Text("Withdraw it")
WITHDRAW_SURE = Text(
    "From now on nobody sees it where sites are compared, at the very next click. What was downloaded or noted before "
    "can't be called back. It can be agreed again."
)
WITHDRAW_NOW = Text("Yes: withdraw it now")
WHO_COMPARES = Text("Who compares sites")
LEADS_ABOUT = Text(
    "Every browser that once opened the link for comparing sites may look at what is shared, until it is sent away. "
    "That ends the link as well; you are shown a new one."
)
SEND_AWAY = Text("Send them all away")
SENT_AWAY = Text(
    "Done. Every browser that came in by the link was sent away, and the link leads nowhere. This is the new one, "
    "shown once:"
)
FROM_OTHERS = Text("From other servers")
RECEIVED_ABOUT = Text(
    "Figures of sites on other servers, as they were handed over in a file. Their changes do not reach us: remove what "
    "is withdrawn there."
)
RECEIVED_ON = Text("{what}. Received on {day}.")
REMOVE = Text("Remove")
REMOVE_WHAT = Text("Remove {site}")
REMOVE_SURE = Text(
    "It is gone from every comparison at the next click. To have it back, the file must be read in again."
)
REMOVE_NOW = Text("Yes: remove it now")
NO_RECEIVED = Text("Nothing was received. A file from another server comes in with “cosmos import”.")
