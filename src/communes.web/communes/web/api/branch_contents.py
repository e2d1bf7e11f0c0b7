"""What branches of one kind of content have in common: agendas, folders of news."""

from communes.core.access.catalog import unrestricted
from communes.web.api import contents
from communes.web.domain.agenda.errors import NotEmptyBranch
from typing import Any


def delete_empty(branch: Any, kind: Any, revision: int | None = None) -> None:
    """Delete a branch that holds none of its kind of content.

    :raises MayNot: the user does not keep it.
    :raises NotEmptyBranch: it holds some.
    :raises StaleRevision: somebody else wrote meanwhile.
    """
    count = sum(kind.providedBy(one) for one in branch.objectValues())
    if count:
        raise NotEmptyBranch(name=branch.title, count=count)
    contents.delete(branch, revision)


def find_in(branch: Any, portal_type: str, external_id: str) -> Any | None:
    """Return what of a branch another system knows by that identifier, or None."""
    if not external_id:
        return None
    found = unrestricted(
        portal_type=portal_type,
        web_external_id=external_id,
        path="/".join(branch.getPhysicalPath()),
    )
    return found[0]._unrestrictedGetObject() if found else None
