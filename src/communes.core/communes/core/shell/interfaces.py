"""What solutions may put into the shell, and who the site is for."""

from collections.abc import Sequence
from communes.core.i18n import _
from dataclasses import dataclass
from typing import Self
from zope import schema
from zope.interface import Interface


@dataclass(frozen=True)
class Entry:
    """One line of a menu: its words, its address, and how many wait there.

    ``children`` are the lines below it, where a menu has two levels.
    """

    title: str
    url: str
    waiting: int = 0
    current: bool = False
    children: tuple[Self, ...] = ()


class ISealed(Interface):
    """Marks a service whose requests carry their own proof of who sent them.

    The door of a site for agents lets them pass without a login; the service itself
    refuses what is not sealed by somebody it knows.
    """


class IShellSettings(Interface):
    """How the shell of this site behaves (registry, prefix = this name)."""

    audience = schema.Choice(
        title=_("shell_audience", default="Pour qui est ce site"),
        description=_(
            "shell_audience_help",
            default="« agents » : sans compte, on ne voit que la page de connexion.",
        ),
        values=("agents", "public"),
        default="agents",
    )


class INewEntries(Interface):
    """Named adapter of (site, request): what this person may start now.

    The name is the solution's. An entry appears only to who may add.
    """

    def entries() -> Sequence[Entry]:
        """Return the lines for « + Nouveau », most used first."""


class ICommonEntries(Interface):
    """Named adapter of (site, request): lines under « Commun » in the rail."""

    def entries() -> Sequence[Entry]:
        """Return the lines this person may open."""


class IPublicEntries(Interface):
    """Named adapter of (site, request): lines of the head of a public site."""

    def entries() -> Sequence[Entry]:
        """Return the lines anybody may open, the most used first."""
