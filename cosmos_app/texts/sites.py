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

CARD: Mapping[str, tuple[str, Mapping[str, str]]] = {
    **{part: (label, {}) for part, (label, _) in CARD_LINES.items()},
    **CARD_CHOICES,
}
"""All that a card says: the label, and the words of each choice, none where it is said in own words."""

SITES_LEAD = "What others may know of each place, and what it agreed to share."
WHO_SEES = (
    "You at this desk see your own workshops. Whoever compares sites comes in by a link of their own, and sees of a "
    "site only what it agreed to share: whole workshops, theme by theme, never an answer, never a group within a "
    "workshop, and nothing that fewer people gave than the workshop itself may show."
)
WHICH_SITE = "Which site"
SEE_SIDE_BY_SIDE = "See what they share, side by side"
WORKSHOPS_HERE: Mapping[bool, str] = {True: "One workshop here.", False: "{n} workshops here."}
"""How many workshops name a site, by whether it is one."""
IN_A_FEW_WORDS = "The site in a few words"
WHAT_IT_SHARES = "What it agreed to share"
NO_SITES = "No site yet."
NO_SITES_DO = "A site is here as soon as a workshop names its place."
CARD_ABOUT = "Others read this beside the figures, so that they compare like with like. Saved as you type."

AGREE_ABOUT = (
    "Ask the people of the site, not only who leads it. Nothing is shared until this is agreed. It holds for later "
    "workshops of the site too, until it is withdrawn, which can be done at any time."
)
AGREE_FIGURES = "Share this card, and what its workshops give together, theme by theme"
AGREE_STORIES = "Share what was agreed and done: actions, what became of them, targets, evidence, what hinders"
AGREE_ASKED = "Others may ask us, at the address below"
AGREE_CONTACT = "Whom to ask: an address of a role, not of a person"
AGREE_TODAY = "This is what the site agreed to today"
NO_CONTACT = "To be asked, the site needs an address. Nothing was changed."
AGREED_ON = "Agreed on {day}."
SHARES: Mapping[str, str] = {
    "figures": "its card and what its workshops give together",
    "stories": "what it agreed and did",
    "asked": "an address for questions",
}
"""What a site shares, by the field of its agreement."""
IT_SHARES = "It shares {what}."
NOTHING_AGREED = "Nothing is agreed. Nobody but this desk sees anything of this site."
WITHDRAWN_ON = "Withdrawn on {day}. Nobody but this desk sees anything of this site."
WITHDRAW = "Withdraw it"
WITHDRAW_SURE = (
    "From now on nobody sees it where sites are compared, at the very next click. What was downloaded or noted before "
    "can't be called back. It can be agreed again."
)
WITHDRAW_NOW = "Yes: withdraw it now"
WHO_COMPARES = "Who compares sites"
LEADS_ABOUT = (
    "Every browser that once opened the link for comparing sites may look at what is shared, until it is sent away. "
    "Whoever still has the link can come in again, until CoSMoS is started anew: then there is another link."
)
SEND_AWAY = "Send them all away"
SENT_AWAY = "Done. Every browser that came in by the link was sent away."
SENT_AWAY_TITLE = "This page is closed to you"
SENT_AWAY_DO = (
    "Somebody at the desk has ended the way in for this browser. Nothing was lost. Ask them for the link, and open it."
)
FROM_OTHERS = "From other servers"
RECEIVED_ABOUT = (
    "Figures of sites on other servers, as they were handed over in a file. Their changes do not reach us: remove what "
    "is withdrawn there."
)
RECEIVED_ON = "{what}. Received on {day}."
REMOVE = "Remove"
REMOVE_WHAT = "Remove {site}"
REMOVE_SURE = "It is gone from every comparison at the next click. To have it back, the file must be read in again."
REMOVE_NOW = "Yes: remove it now"
NO_RECEIVED = "Nothing was received. A file from another server comes in with “cosmos import”."

COMPARE_LEAD = "To learn where it is worth asking somebody. There is no order from best to worst, and no total."
INVENTED = "An example: sites marked “invented” and their answers are made up."
INVENTED_NAME = "{name} (invented)"
"""A site, or a time, whose answers are invented."""
WHAT_IS_COMPARED = "What is compared"
NOTHING_SHARED = "No site shares anything yet."
NOTHING_SHARED_DO = "A site shares when its people agreed to it, and when one of its workshops has talked."
NOTHING_FITS = "No site fits what you chose."
NOTHING_FITS_DO = "Take away one of the conditions."
WHICH_SITES = "Which sites"
ONLY_THESE = "Only these, in the order you choose them"
ALL_BY_NAME = "All, by name"
ANY = "Any"
SOME_OF_ALL = "{n} of {all} sites, by name, because something was chosen under “Which sites”."
AS_CHOSEN = "{n} of {all} sites, in an order that somebody chose."
SHOW_ALL = "Show all, by name"
PAGES_OF = "{n} sites, {page} on a page"
FROM_TO_SITE = "{first} to {last}"
ABOUT_SITES = "About these sites"

LOOK_AT_IT = "Look at it"
BY_THEME, BY_SITE, BY_STAGE = "Theme by theme", "Site by site", "Stages"
WHICH_TIME = "Which time"
LATEST, EVERY = "The last time", "Every time"
THEMES = "Themes"
NO_THEME = "No theme is chosen."
NO_THEME_DO = "Choose one or more under “Themes”."
RESTS_ON = "Compared here: {common} of the {all} questions of this theme{where}."
AT_SITES = " at {names}"
NOT_CALIBRATED = "Not calibrated, because the practice case was not rated: {names}."
SMALL_PICTURES = "The same small picture for every site: a disc is the last time, a ring a time before."
DOT_IS_A_PERSON = "A dot is a person: the stage that all of their own answers on a theme reach."
NOT_COMPARED = "not compared"
PEOPLE = "{n} people"
ANSWERED = "those counted answered {share:.0%}"
VERSION = "version {version}"
INDEX_OF = "{index} ({n} people)"

SITE = "Site"
FIGURE_HEADS = ("People", "Index, 0 to 4", "Likely between", "Median", "Answered by them")
TABLE_HEADS = (SITE, "Begun on", *FIGURE_HEADS, "Questions in common", "Version", "Practice case")
LIKELY_BETWEEN = "{lower} to {upper}"
COMMON_OF_ALL = "{common} of {all}"
RATED: Mapping[bool, str] = {True: "rated", False: "not rated"}
TABLE = "The same as a table"
THEME_AS_TABLE = "{theme}, site by site, as a table"
THEMES_AS_TABLE = "Index of every theme, site by site, as a table"
STAGES_AS_TABLE = "{theme}: people at each stage"

NOT_COMPARED_WHY = "What could not be compared, and why"
NOT_SHOWN_WHY = (
    "“Not shown here” means that fewer people answered than the workshop itself may show. It does not mean that "
    "nothing was said."
)
ONLY_SHORT = "Only the short form was asked, which leaves these out."
AT = "At {names}."

HOW_TO_READ = "How to read it"
READING = (
    "The disc is the index: the mean of everyone's own scores, from 0 to 4.",
    "The bar shows where the index likely lies, if only some of the team have answered. Where two bars do not touch, "
    "the two are likely different; where they overlap, there may be no difference (83 % intervals).",
    "Where all of a team have answered, the index is exact for them, and the bar says nothing more.",
    "A diamond instead of a disc is not calibrated: the people there have not rated the practice case, so nobody knows "
    "whether they use the scale as others do.",
    "No figure tells what people meant. A team that has learned to see more may rate itself lower.",
)
CONDITIONS_ABOUT = (
    "These questions look at what is around the work. They are conditions, to be read beside a project and never added "
    "to it."
)
LEVELS_APART = "Each questionnaire stands alone: project, organisations and places are never put into one figure."

LEARN_LEAD = "Who has worked on the same theme, what they tried, what came of it, and whom you may ask."
WHAT_ABOUT = "What it is about"
WHICH_IS_YOURS = "Which site do you ask for?"
NONE_OF_THESE = "None of these"
YOUR_PRIORITY = "Which theme do you want to learn about?"
CHOOSE_A_THEME = "Choose a theme"
WHO_KNOWS = "How many sites have something to tell"
KNOWN_BY = "{theme}: {sites}"
NOBODY_YET, ONE_SITE, SITES = "nobody yet", "1 site", "{n} sites"
OTHERS_KNOW = "Others who know about “{theme}”"
NO_MATCHES = "Nobody who shares their stories has worked on this yet."
NO_MATCHES_DO = "Choose another theme. Or be the first: note what you do and what becomes of it."
MAY_ASK = "You may ask them: {contact}"
MAY_NOT_ASK = "They share this, and did not agree to be asked."

WENT: Mapping[str, str] = {
    "done": "They did something about it",
    "dropped": "They began something, and stopped",
    "open": "They are working on it",
    "told": "They have something to show, and noted no step",
}
"""What a site says of a theme; from what it did alone, never from a figure."""

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

NOTHING_IN_COMMON = "nothing that both cards say"
IN_COMMON_TOLD = "In common: {what}."
DIFFERENT = "Different: {what}."
INDICES = "Index, one time after the other: {indices}."
AIMS_FOR = "They aim for {target}."
COULD_LOOK_AT = "What others could look at"
SURROUNDS = "What surrounds you, and others too"
YOURS = "{site} (yours)"
NO_COMMON_FACTORS = "Nothing that came up around your site came up around another that shares its stories."
NO_OWN_STORIES = "Your site does not share its stories, so they can't be laid beside those of others."
NOTHING_DONE = "Nothing was noted that was done about it."
NOTHING_DONE_YET = "Around you and them as well. Nobody has noted yet what was done about it."
