"""What the uninstall profile can not say in XML: roles to take away."""

from communes.core.access.roles import drop_roles
from typing import Any


ROLES = (
    "DecisionManager",
    "InstitutionManager",
    "PublicationCreator",
    "PublicationManager",
    "PublicationValidator",
)


def remove_roles(setup_tool: Any) -> None:
    """Take the solution's roles out of the site; the role map can only add them."""
    drop_roles(setup_tool.aq_inner.aq_parent, ROLES)
