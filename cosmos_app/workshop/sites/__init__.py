"""Sites: what whoever compares them may see, by what each agreed to at this moment; no screen in it."""

from cosmos_app.workshop.sites.comparison import A_PAGE, Beside, SiteTold, Wanted, asked_of, fitting, side_by_side
from cosmos_app.workshop.sites.series import Thread, changes_of, since_last_time, threads
from cosmos_app.workshop.sites.sharing import Place, Sharing, places, sharing, with_figures
from cosmos_app.workshop.sites.stories import experiences, factor_name, in_common, matches

__all__ = [
    "A_PAGE",
    "Beside",
    "Place",
    "Sharing",
    "SiteTold",
    "Thread",
    "Wanted",
    "asked_of",
    "changes_of",
    "experiences",
    "factor_name",
    "fitting",
    "in_common",
    "matches",
    "places",
    "sharing",
    "side_by_side",
    "since_last_time",
    "threads",
    "with_figures",
]
