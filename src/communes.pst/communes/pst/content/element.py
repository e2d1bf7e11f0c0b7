"""What every element of the tree keeps, whatever its kind."""

from plone.dexterity.content import Container
from zope.interface import implementer
from zope.interface import Interface


class IElement(Interface):
    """Marks everything that stands in a plan."""


@implementer(IElement)
class Element(Container):
    """One element of a plan; its rows are plain values of the records of ``domain``.

    ``number``: reference number, drawn once and never given again. ``position``:
    place among its siblings, None until it has one. ``updated_on``: last day
    somebody worked on it.
    ``kept``: its record as last told to the history of the plan, plain.
    ``revision``: how often it was changed, told back by whoever writes.
    """

    number = 0
    position = None
    external_id = ""
    updated_on = None
    kept = None
    revision = 0
    edited_by = ""

    def Description(self) -> str:  # noqa: N802 -- the catalogue's own name
        """Return no summary: the description is formatted text, read on the sheet."""
        return ""


class Steered(Element):
    """An objective or an action: the tables that are written row by row."""

    budget = ()
    articles = ()
    projections = ()
    indicators = ()
    risks = ()
    override = None
    split = ()
    depends_on = ()
