"""Words of the screens on which sites are prepared, compared and asked."""

from collections.abc import Mapping

CARD_LINES: Mapping[str, tuple[str, str]] = {
    "service": ("The service, or the field it works in", "For example: home visits, debt advice, a youth club"),
    "people": ("Whom it is for", "For example: people over 75 who live alone"),
    "country": ("Country or region", "For example: Estonia"),
    "languages": ("Languages spoken there", "For example: Estonian, Russian"),
}
"""What is said of a site in own words: the label, and a hint."""

CARD_CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "compelled": (
        "May people choose to use it?",
        {
            "": "Not said",
            "free": "Yes, they come because they want to",
            "compelled": "No, they have to",
            "both": "Some may choose, some have to",
        },
    ),
    "stage": (
        "How far is the work?",
        {
            "": "Not said",
            "idea": "An idea that people talk about",
            "prototype": "Something small is being tried",
            "pilot": "A pilot with an end date",
            "running": "Part of daily work",
            "spreading": "Others take it up",
        },
    ),
    "started_by": (
        "Who started working together?",
        {
            "": "Not said",
            "people": "People who use the service, or live with it",
            "staff": "Staff",
            "managers": "Managers",
            "funder": "Whoever pays for it",
            "law": "A law or a rule asked for it",
            "together": "Several of them together",
        },
    ),
    "size": (
        "For how many people is it?",
        {
            "": "Not said",
            "under-50": "Fewer than 50",
            "under-500": "50 to 499",
            "under-5000": "500 to 4,999",
            "more": "5,000 or more",
        },
    ),
}
"""What is said of a site by choosing: the label, and the words of each choice."""

SITES_LEAD = "What others may know of each place, and what it agreed to share."
WHO_SEES = (
    "You at this desk see your own workshops. Whoever compares sites comes in by a link of their own, and sees of a "
    "site only what it agreed to share: whole workshops, theme by theme, never an answer, never a group within a "
    "workshop, and nothing that fewer people gave than the workshop itself may show."
)
WHICH_SITE = "Which site"
NO_SITES = "No site yet."
NO_SITES_DO = "A site is here as soon as a workshop names its place."
CARD_ABOUT = "Others read this beside the figures, so that they compare like with like. Saved as you type."

AGREE_ABOUT = (
    "Ask the people of the site, not only who leads it. Nothing is shared until this is agreed, and it can be "
    "withdrawn at any time."
)
AGREE_FIGURES = "Share this card, and what its workshops give together, theme by theme"
AGREE_STORIES = "Share what was agreed and done: actions, what became of them, targets, evidence, what hinders"
AGREE_ASKED = "Others may ask us"
AGREE_CONTACT = "Whom to ask: an address of a role, not of a person"
AGREED_ON = "Agreed on {day}."
NOTHING_AGREED = "Nothing is agreed. Nobody but this desk sees anything of this site."
WITHDRAWN_ON = "Withdrawn on {day}. Nobody but this desk sees anything of this site."
WITHDRAW = "Withdraw it"
WITHDRAW_SURE = (
    "From now on nobody sees it where sites are compared, at the very next click. What was downloaded or noted before "
    "can't be called back. It can be agreed again."
)
LEADS_ABOUT = (
    "Every browser that once opened the link for comparing sites may look at what is shared, until it is sent away. "
    "The link ends when CoSMoS is started again."
)
RECEIVED_ABOUT = (
    "Figures of sites on other servers, as they were handed over in a file. Their changes do not reach us: remove what "
    "is withdrawn there."
)
NO_RECEIVED = "Nothing was received. A file from another server comes in with “cosmos import”."

COMPARE_LEAD = "To learn where it is worth asking somebody. There is no order from best to worst, and no total."
INVENTED = "An example: these sites and their answers are invented."
NOTHING_SHARED = "No site shares anything yet."
NOTHING_SHARED_DO = "A site shares when its people agreed to it, and when one of its workshops has talked."
NOTHING_FITS = "No site fits what you chose."
NOTHING_FITS_DO = "Take away one of the conditions."
HOW_TO_READ = "How to read it"
READING = (
    "The disc is the index: the mean of everyone's own scores, from 0 to 4.",
    "The bar shows where the index likely lies, if only some of the team have answered. Where two bars do not touch, "
    "the two are likely different; where they overlap, they may well be alike (83 % intervals).",
    "Where all of a team have answered, nobody was left to chance, and the bar says nothing more.",
    "A ring instead of a disc is not calibrated: the people there have not rated the practice case, so nobody knows "
    "whether they use the scale as others do.",
    "No figure tells what people meant. A team that has learned to see more may rate itself lower.",
)
CONDITIONS_ABOUT = (
    "These questions look at what is around the work. They are conditions, to be read beside a project and never added "
    "to it."
)
LEVELS_APART = "Each questionnaire stands alone: project, organisations and places are never put into one figure."

CHANGE_LEAD = "One site, one piece of work, at two times. A rise is no success by itself, and a fall no failure."
NO_THREADS = "No site that shares has been asked twice about the same work yet."
NO_THREADS_DO = "This page fills when a second workshop of the same place and the same work has talked."

LEARN_LEAD = "Who had the same thing at heart, what they tried, what came of it, and whom you may ask."
WHO_KNOWS = "How many sites have something to tell"
NO_MATCHES = "Nobody who shares their stories has worked on this yet."
NO_MATCHES_DO = "Choose another theme. Or be the first: note what you do and what becomes of it."
MAY_ASK = "You may ask them: {contact}"
MAY_NOT_ASK = "They share this, and did not agree to be asked."

WENT: Mapping[str, str] = {
    "changed": "Something changed",
    "tried": "They tried, and nothing has changed, or not yet",
    "under-way": "They are at it",
    "told": "They have looked at it, and noted no step",
}
"""How it went with a theme at a site."""

IN_COMMON: Mapping[str, str] = {
    "service": "the kind of service",
    "people": "whom it is for",
    "compelled": "whether people may choose",
    "stage": "how far the work is",
    "started_by": "who started it",
    "size": "how many people it is for",
    "country": "the country",
    "languages": "the languages",
}
"""What two sites may have in common or not, by the field of their cards."""

SINCE_LAST_TIME = "What changed since last time"
CAUTIONS: Mapping[str, str] = {
    "standards": (
        "Standards may have risen. Whoever has learned to look more closely may rate the same practice lower than "
        "before."
    ),
    "other-people": "These may be other people than last time, so a difference may be theirs and not the work's.",
    "few": "They are few. One more person, or one fewer, could move every figure here.",
}
"""What to keep in mind about a change."""
KEEP_IN_MIND = "Keep in mind"
THEN_TEST = (
    "To find out, ask the room: “How would you answer the old questions about then, now?” The difference between that "
    "and what you said then is how far your standards have moved."
)
OVERLAP: Mapping[str, str] = {
    "came_before": "{n} of them said that they were here last time.",
    "linked": "{n} of them let what they said be compared with what they said then.",
}
NOT_SAID_WHO = "How many of them were here before is not known, or not shown."
LINKED_ABOUT = (
    "The same people: the mean change of those who were there both times and agreed to be compared. By chance: how "
    "often a change as large would come about by tossing a coin for each of them (exact sign-flip test). It says "
    "nothing about why."
)

NOTHING_IN_COMMON = "nothing that both cards say"
DIFFERENT = "Different: {what}."
NO_COMMON_FACTORS = "Nothing that came up around your site came up around another that shares its stories."
NO_OWN_STORIES = "Your site does not share its stories, so they can't be laid beside those of others."
NOTHING_DONE = "Nothing was noted that was done about it."
NOTHING_DONE_YET = "Around you and them as well. Nobody has noted yet what was done about it."
