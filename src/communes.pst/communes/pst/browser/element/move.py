"""``deplacer``: put an element under another one, chosen in a list."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.shell.acting import Act
from communes.pst.api import reading
from communes.pst.api.element import element_revision
from communes.pst.api.element import find_element
from communes.pst.api.figures import figures
from communes.pst.api.moving import places_for
from communes.pst.api.moving import put_element
from communes.pst.browser import words
from communes.pst.domain.reference import trail
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: What the form sends for the plan itself, so that it differs from no answer.
_PLAN = "plan"


class Move(Act):
    """``GET`` asks where to; ``POST`` moves it there."""

    template = ViewPageTemplateFile("move.pt")
    wants_patterns = False
    there = None
    empty_title = _("move_nowhere", default="Aucune autre place possible.")
    empty_text = _(
        "move_nowhere_text",
        default="Un élément se place sous le niveau au-dessus du sien, là où vous "
        "pouvez ajouter.",
    )

    def __call__(self) -> str:
        return super().__call__() if self.request.method == "POST" else self.template()

    def act(self) -> dict:
        asked = self.given("sous")
        place = self.plan if asked == _PLAN else find_element(self.plan, asked)
        self.there = put_element(self.context, place, self.revision)
        said = _(
            "moved",
            default="« ${title} » se trouve maintenant sous « ${place} ».",
            mapping={"title": self.there.title, "place": place.title},
        )
        return {"message": said}

    def back(self) -> str:
        return (self.there or self.context).absolute_url()

    @cached_property
    def plan(self):
        return reading.plan_around(self.context)

    @property
    def page_title(self) -> str:
        return _("move_title", default="Déplacer")

    @property
    def trail(self) -> list[Crumb]:
        return [*words.trail(self.plan, self.context)]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where this person may put it."""
        return places_for(self.context)

    @property
    def fields(self) -> list[Field]:
        tree = figures(self.plan).tree
        options = [
            Option(one or _PLAN, self._named(tree, one) if one else self.plan.title)
            for one in self.places
        ]
        return [
            Field(
                "sous",
                _("move_where", default="Placer sous"),
                "select",
                help=_(
                    "move_help",
                    default="Ce que l'élément contient vient avec lui. Son numéro et "
                    "son historique restent ; ses lecteurs deviennent ceux de sa "
                    "nouvelle place.",
                ),
                required=True,
                options=tuple(options),
            )
        ]

    @property
    def revision_read(self) -> str:
        return str(element_revision(self.context))

    @property
    def answers(self) -> list[Action]:
        said = _("button_move", default="Déplacer")
        return [Action(said, primary=True, method="submit")]

    def _named(self, tree: object, id: str) -> str:
        element = tree.element(id)
        path = trail(tree, id)
        return f"{path} – {element.title}" if path else element.title
