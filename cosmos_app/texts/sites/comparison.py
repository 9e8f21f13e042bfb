"""Sites side by side: which are looked at, how, and what could not be compared."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text

COMPARE_TITLE = Text("Side by side")
COMPARE_LEAD = Text("To learn where it is worth asking somebody. There is no order from best to worst, and no total.")
INVENTED = Text("An example: sites marked “invented” and their answers are made up.")
INVENTED_NAME = Text("{name} (invented)")
"""A site, or a time, whose answers are invented."""
FROM_ANOTHER_SERVER = Text("{site}, from another server")
WHAT_IS_COMPARED = Text("What is compared")
NOTHING_SHARED = Text("No site shares anything yet.")
NOTHING_SHARED_DO = Text("A site shares when its people agreed to it, and when one of its workshops has talked.")
NOTHING_FITS = Text("No site fits what you chose.")
NOTHING_FITS_DO = Text("Take away one of the conditions.")
WHICH_SITES = Text("Which sites")
ONLY_THESE = Text("Only these, in the order you choose them")
ALL_BY_NAME = Text("All, by name")
ANY = Text("Any")
SOME_OF_ALL = Text("{n} of {all} sites, by name, because something was chosen under “Which sites”.")
AS_CHOSEN = Text("{n} of {all} sites, in an order that somebody chose.")
SHOW_ALL = Text("Show all, by name")
PAGES_OF = Plural("{n} site, {page} on a page", "{n} sites, {page} on a page")
FROM_TO_SITE = Text("{first} to {last}")

LOOK_AT_IT = Text("Look at it")
VIEWS: Mapping[str, Text] = {
    "themes": Text("Theme by theme"),
    "sites": Text("Site by site"),
    "stages": Text("Stages"),
}
"""The ways to draw a page of sites; the first is shown until another is chosen."""
WHICH_TIME = Text("Which time")
TIMES: Mapping[str, Text] = {"latest": Text("The last time"), "every": Text("Every time")}
"""Which workshops of a site are shown, likewise."""
THEMES = Text("Themes")
NO_THEME = Text("No theme is chosen.")
NO_THEME_DO = Text("Choose one or more under “Themes”.")
RESTS_ON = Text("Compared here: {common} of the {all} questions of this theme.")
RESTS_ON_AT = Text("Compared here: {common} of the {all} questions of this theme at {names}.")
NOT_CALIBRATED = Text("Not calibrated, because the practice case was not rated: {names}.")
SMALL_PICTURES = Text("The same small picture for every site: a disc is the last time, a ring a time before.")
DOT_IS_AN_ANSWER = Text(
    "A dot is one answer to a question of the theme, at the stage that it reaches. Questions with several ticks are "
    "left out."
)
OLDER_RULE = Text(
    "These figures come from an older CoSMoS, which computed them by an older rule: {names}. A small difference may "
    "come from the rule alone."
)
STAGES_OLDER_RULE = Text("An older CoSMoS counted people at stages, not answers. Not shown here: {names}.")
NOT_COMPARED = Text("not compared")
PEOPLE = Plural("{n} person", "{n} people")
ANSWERED = Text("{share} answered")
VERSION = Text("version {version}")
INDEX_OF = Plural("{index} ({n} person)", "{index} ({n} people)")

SITE = Text("Site")
FIGURE_HEADS = (Text("People"), Text("Index, 0 to 4"), Text("Likely between"), Text("Median"), Text("Answered"))
TABLE_HEADS = (
    SITE,
    Text("Begun on"),
    *FIGURE_HEADS,
    Text("Questions in common"),
    Text("Version"),
    Text("Practice case"),
)
LIKELY_BETWEEN = Text("{lower} to {upper}")
COMMON_OF_ALL = Text("{common} of {all}")
RATED: Mapping[bool, Text] = {True: Text("rated"), False: Text("not rated")}
THEME_AS_TABLE = Text("{theme}, site by site, as a table")
THEMES_AS_TABLE = Text("Index of every theme, site by site, as a table")
STAGES_AS_TABLE = Text("{theme}: answers at each stage")

NOT_COMPARED_WHY = Text("What could not be compared, and why")
NOT_SHOWN_WHY = Text(
    "“Not shown here” means that fewer people answered than the workshop itself may show, or that too few questions of "
    "the theme can be shown. It does not mean that nothing was said."
)
ONLY_SHORT = Text("Only the short form was asked, which leaves these out.")
AT = Text("At {names}.")

HOW_TO_READ = Text("How to read it")
READING = (
    Text("The disc is the index: the mean of the questions shown, by weight, from 0 to 4."),
    Text(
        "The bar shows where the index likely lies, if only some of the team have answered. Where two bars do not "
        "touch, the two are likely different; where they overlap, there may be no difference (83 % intervals)."
    ),
    Text("Only a theme of which ten people or more answered every question has a bar and a median."),
    Text("Where all of a team have answered, the index is exact for them, and the bar says nothing more."),
    Text(
        "A diamond instead of a disc is not calibrated: the people there have not rated the practice case, so nobody "
        "knows whether they use the scale as others do."
    ),
    Text("No figure tells what people meant. A team that has learned to see more may rate itself lower."),
)
CONDITIONS_ABOUT = Text(
    "These questions look at what is around the work. They are conditions, to be read beside a project and never added "
    "to it."
)
LEVELS_APART = Text("Each questionnaire stands alone: project, organisations and places are never put into one figure.")
