"""Sites: what others may know of each place, what it agreed to share, and what other servers handed over."""

from cosmos_app import look, sites
from cosmos_app.navigation import link
from cosmos_app.parts import sites as parts
from cosmos_app.room_words.sites import NO_SITES, NO_SITES_DO, SEE_SIDE_BY_SIDE, SITES_LEAD, WHO_SEES

look.title("Sites", "sites", SITES_LEAD)
look.note(WHO_SEES)
link("compare", SEE_SIDE_BY_SIDE, ":material/compare_arrows:")

places = sites.places()
if not places:
    look.nothing_yet(NO_SITES, NO_SITES_DO)
for place in parts.chosen(places):
    parts.card(place)

parts.received()
parts.leads()
