"""Find the plans of a site, and the plan and the place of an element."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from Acquisition import aq_parent
from communes.pst.content.element import IElement
from communes.pst.content.plan import IPlan


#: Where the plans live in a site.
HOME = "pst"


def plan_of(context: object) -> IPlan | None:
    """Return the plan that holds ``context``, or is it; None outside of one."""
    for parent in aq_chain(aq_inner(context)):
        if IPlan.providedBy(parent):
            return parent
    return None


def parent_of(obj: IElement) -> IElement | None:
    """Return the element above; None directly under the plan."""
    parent = aq_parent(aq_inner(obj))
    return parent if IElement.providedBy(parent) else None


def above(obj: IElement) -> list[IElement]:
    """Return the elements above, from the closest up."""
    found = []
    while (obj := parent_of(obj)) is not None:
        found.append(obj)
    return found


def below(obj: object) -> list[IElement]:
    """Return the elements below, each before what it holds; wakes them all."""
    found = []
    for child in obj.objectValues():
        if IElement.providedBy(child):
            found += [child, *below(child)]
    return found


def all_plans(site: object) -> list[IPlan]:
    """Return the plans of the site in their folder's order, whoever asks."""
    home = site.get(HOME)
    if home is None:
        return []
    return [one for one in home.objectValues() if IPlan.providedBy(one)]


def find_plan(site: object, id: str) -> IPlan | None:
    """Return the plan of that id, or None when the site has none."""
    home = site.get(HOME)
    found = None if home is None else home.get(id)
    return found if IPlan.providedBy(found) else None
