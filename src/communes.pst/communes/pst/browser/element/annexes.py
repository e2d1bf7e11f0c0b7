"""The files joined to an element: a list, and a form to join one."""

from communes.core.annexes.api import add_annex
from communes.core.annexes.api import IAnnex
from communes.core.annexes.api import may_annex
from communes.core.annexes.api import preview_url
from communes.core.annexes.api import remove_annex
from communes.core.parts.domain.values import Action
from communes.core.shell.acting import Act
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.field import Fields


class AnnexForm(PostForm, Form):
    """Joins a file: the file first, then what it is and who may see it."""

    fields = Fields(IAnnex).select("file", "title", "annex_type", "confidential")

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/annexes"

    @button.buttonAndHandler(_("button_add_annex", default="Joindre"), name="add")
    def add(self, action: object) -> None:
        """Keep the file."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            add_annex(self.context, values)
        self.saved(_("annex_added", default="L'annexe est jointe."), self.action)


class Annexes(ElementFrame):
    """The tab of the files."""

    tab = "annexes"
    caption = _("tab_annexes", default="Annexes")
    empty_title = _("annexes_none", default="Aucune annexe.")
    empty_text = _(
        "annexes_none_text", default="Les documents joints à cet élément sont ici."
    )
    template = ViewPageTemplateFile("annexes.pt")

    def __call__(self) -> str:
        if self.form is not None:
            self.form.update()
            if self.request.response.getStatus() in (301, 302, 303):
                return ""
        return self.template()

    @cached_property
    def form(self) -> AnnexForm | None:
        """The form to join a file, for those who write the element."""
        if not may_annex(self.context):
            return None
        return AnnexForm(self.context, self.request)

    @property
    def rows(self) -> list[dict]:
        """The annexes this person may see."""
        return [self._row(brain.getObject()) for brain in self.annexes]

    def _row(self, annex: object) -> dict:
        remove = Action(
            _("button_take_away", default="Retirer"),
            f"{self.url}/annexe-retirer",
            method="post",
            danger=True,
            small=True,
            values={"annexe": annex.getId()},
            confirm=_(
                "annex_remove_confirm",
                default="Retirer l'annexe « ${title} » ?",
                mapping={"title": annex.title},
            ),
        )
        return {
            "id": annex.getId(),
            "title": annex.title,
            "preview": preview_url(annex),
            "url": f"{annex.absolute_url()}/@@display-file/file/{annex.file.filename}",
            "remove": remove if self.form is not None else None,
        }


class RemoveAnnex(Act):
    """Takes one annex away."""

    def act(self) -> dict:
        remove_annex(self.context, self.given("annexe"))
        return {"message": _("annex_removed", default="L'annexe est retirée.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/annexes"
