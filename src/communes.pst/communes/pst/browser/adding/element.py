"""``nouveau?niveau=``: a new element under a plan or an element."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.pst.api import reading
from communes.pst.api.element import create_element
from communes.pst.api.element import kinds_below
from communes.pst.api.element import LINKS
from communes.pst.api.figures import figures
from communes.pst.browser import words
from communes.pst.domain.choices import Kind
from communes.pst.domain.programme import TARGETS
from communes.pst.i18n import _
from functools import cached_property
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields
from zExceptions import NotFound
from zope.schema import Choice
from zope.schema import getFieldNames
from zope.schema.interfaces import ITuple
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Asked first, in the order of the work; the rest is written on the sheet.
ASKED = (
    "title",
    "side",
    "mandataries",
    "administratives",
    "managers",
    "carrier",
    "service",
    "user",
    "planned_begin",
    "planned_end",
    "due_on",
    "description",
)


class NewElement(PostForm, Form):
    """Asks what is known at the beginning."""

    schema = None

    def update(self) -> None:
        """Ask what the kind has."""
        if self.kind not in kinds_below(self.context):
            raise NotFound(self.kind)
        self.fields = Fields(*self._fields())
        for one in self.fields.values():
            if ITuple.providedBy(one.field):
                one.widgetFactory = CheckBoxFieldWidget
        super().update()

    @cached_property
    def kind(self) -> str:
        """The level asked for."""
        asked = self.request.form.get("niveau", "")
        return asked if isinstance(asked, str) else ""

    @property
    def label(self) -> str:
        return _(
            "new_kind",
            default="Nouveau : ${kind}",
            mapping={
                "kind": words.said(
                    words.kind_word(Kind(self.kind)), self.request
                ).lower()
            },
        )

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        plan = reading.plan_around(self.context)
        place = self.context if self.context is not plan else None
        return words.trail(plan, place)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/nouveau?niveau={self.kind}"

    @button.buttonAndHandler(_("button_create", default="Créer"), name="create")
    def create(self, action: object) -> None:
        """Make the element and go on to its sheet."""
        values, errors = self.extractData()
        if errors:
            return
        given = {name: value for name, value in values.items() if value is not None}
        with self.attempt():
            made = create_element(self.context, self.kind, given)
            said = _(
                "element_created",
                default="« ${title} » est créé. Complétez sa fiche.",
                mapping={"title": made.title},
            )
            self.saved(said, f"{made.absolute_url()}/view")

    def _fields(self) -> list[object]:
        kind = Kind(self.kind)
        if kind in LINKS:
            return [self._target(kind)]
        known = reading.schema(kind)
        names = set(getFieldNames(known))
        return [known[name] for name in ASKED if name in names]

    def _target(self, kind: Kind) -> Choice:
        """Return the question which action is shown, of those one may see."""
        found = figures(reading.plan_around(self.context))
        wanted = [
            one for one in found.tree.of_kind(TARGETS[kind]) if one.id in found.seen
        ]
        terms = [SimpleTerm(one.id, one.id, words.titled(one)) for one in wanted]
        return Choice(
            __name__="target",
            title=_("label_link_target", default="Action montrée"),
            vocabulary=SimpleVocabulary(terms),
        )
