"""What the families of roles are called, with one name for people who did not say who they are to the service."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from models.catalogues import Roles

UNSAID_FAMILY = Text("Did not say")


def family_titles(roles: Roles) -> Mapping[str | None, str]:
    """The title of each family by its id, in authored order; None, last, is for people who did not say."""
    return {**{family.id: family.title for family in roles.families}, None: UNSAID_FAMILY()}
