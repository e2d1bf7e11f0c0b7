"""``<plan>/odd``: what the programme does for each sustainable development goal."""

from communes.core.documents.domain import contrast_with_white
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import counted
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.domain.sdg import by_goal
from communes.pst.domain.sdg import goals
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Goals(PlanFrame):
    """The seventeen goals, each leading to the elements that serve it."""

    tab = "odd"
    template = ViewPageTemplateFile("goals.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def goals(self) -> list[dict]:
        found, seen = by_goal(self.figures.tree), self.figures.seen
        shown = []
        for one in goals():
            tagged = found.get(one.number)
            ids = [id for id in tagged.elements if id in seen] if tagged else []
            total = tagged.budget.total if tagged else 0
            shown.append(
                {
                    "number": one.number,
                    "title": one.title,
                    "colour": one.colour,
                    # White is read on dark colours only (WCAG 2.1, 1.4.3).
                    "ink": "#fff" if contrast_with_white(one.colour) >= 4.5 else "#111",
                    "url": f"{self.url}/tableaux?f.sdgs={one.number}" if ids else "",
                    "count": counted(len(ids), "élément"),
                    "budget": amount(total) if total else "",
                }
            )
        return shown
