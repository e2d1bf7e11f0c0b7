"""Branches that show what others hold too, and take what citizens propose."""

from communes.web.content.base import WebBranch
from communes.web.content.fields import flag
from communes.web.content.fields import lines
from communes.web.i18n import _
from zope import schema


def fed_by(title: str) -> schema.Tuple:
    """Return the field of what feeds a branch: UIDs of others of its kind."""
    return lines(
        title,
        _("help_fed_by", default="Identifiants d'autres dossiers, un par ligne."),
    )


def proposals_open() -> schema.Bool:
    """Return the box that lets citizens propose something."""
    return flag(
        _("label_proposals_open", default="Les citoyens peuvent proposer"),
        _(
            "help_proposals_open",
            default="Ce qui est proposé attend que quelqu'un le relise.",
        ),
    )


class FedBranch(WebBranch):
    """``fed_by``: UIDs of branches whose contents it shows too.

    ``last_taken``: what became of the last file or address that was taken in.
    """

    fed_by = ()
    proposals_open = False
    last_taken = None
