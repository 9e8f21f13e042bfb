"""Sites: what people who compare sites may see, by what each site has agreed to share at this moment; no screens."""

from cosmos_app.workshop.sites.comparison import (
    PAGE_SIZE,
    ComparedSite,
    ComparisonPage,
    Selection,
    comparison_page,
    questionnaires_to_compare,
    selected_sites,
)
from cosmos_app.workshop.sites.series import Series, change_since_last_time, changes_of, series_of
from cosmos_app.workshop.sites.sharing import NamedSite, SharedSite, named_sites, shared_sites, sites_with_figures
from cosmos_app.workshop.sites.stories import experiences, factor_name, in_common, matches

__all__ = [
    "PAGE_SIZE",
    "ComparedSite",
    "ComparisonPage",
    "NamedSite",
    "Selection",
    "Series",
    "SharedSite",
    "change_since_last_time",
    "changes_of",
    "comparison_page",
    "experiences",
    "factor_name",
    "in_common",
    "matches",
    "named_sites",
    "questionnaires_to_compare",
    "selected_sites",
    "series_of",
    "shared_sites",
    "sites_with_figures",
]
