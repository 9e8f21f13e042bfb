"""Sites: what others may know of each place, what it agreed to share, and what other servers handed over."""

from cosmos_app.texts.sites.desk import NO_SITES, NO_SITES_DO, SEE_SIDE_BY_SIDE, SITES_LEAD, SITES_TITLE, WHO_SEES
from cosmos_app.web import elements
from cosmos_app.web.routes import link
from cosmos_app.web.views.sites import site_cards as parts
from cosmos_app.workshop import sites

elements.title(SITES_TITLE(), "sites", SITES_LEAD())
elements.note(WHO_SEES())
link("compare", SEE_SIDE_BY_SIDE(), ":material/compare_arrows:")

places = sites.named_sites()
if not places:
    elements.nothing_yet(NO_SITES(), NO_SITES_DO())
for site in parts.chosen(places):
    parts.card(site)

parts.received()
parts.leads()
