"""The files joined to an item: a list, a form to join one, a way to take one away."""

from collections.abc import Iterator
from communes.core.annexes.api import add_annex
from communes.core.annexes.api import download_annexes
from communes.core.annexes.api import IAnnex
from communes.core.annexes.api import mark_annex
from communes.core.annexes.api import MARKS
from communes.core.annexes.api import may_annex
from communes.core.annexes.api import preview_url
from communes.core.annexes.api import remove_annex
from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.i18n import _
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.field import Fields
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


class AnnexForm(PostForm, Form):
    """Joins a file: the file first, then what it is and who may see it."""

    fields = Fields(IAnnex).select(
        "file",
        "title",
        "annex_type",
        "to_print",
        "to_sign",
        "to_approve",
        "publishable",
        "confidential",
    )

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


class ItemAnnexes(ItemFrame):
    """The second tab."""

    tab = "annexes"
    caption = _("annexes", default="Annexes")
    empty_title = _("annexes_none", default="Aucune annexe.")
    empty_text = _(
        "annexes_none_text",
        default="Les plans, cahiers des charges et courriers joints au point "
        "apparaissent ici.",
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
        """The form to join a file, for those who write the item."""
        return AnnexForm(self.context, self.request) if self.may_annex else None

    @cached_property
    def may_annex(self) -> bool:
        return may_annex(self.context)

    @property
    def rows(self) -> list[dict]:
        """The annexes this person may see, as words."""
        terms = getUtility(IVocabularyFactory, name="communes.core.annex_types")
        names = {one.value: one.title for one in terms(self.context)}
        return [self._row(brain.getObject(), names) for brain in self.annexes]

    def _row(self, annex: object, names: dict[str, str]) -> dict:
        url = annex.absolute_url()
        file = annex.file
        remove = Action(
            _("button_take_away", default="Retirer"),
            f"{self.context.absolute_url()}/annexe-retirer",
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
            # A search leads to the line of an annex.
            "id": annex.getId(),
            "title": annex.title,
            "preview": preview_url(annex),
            "kind": names.get(annex.annex_type, annex.annex_type),
            "url": f"{url}/@@display-file/file/{file.filename}",
            "size": _size(file.getSize()),
            "tags": list(_flags(annex)),
            "marks": list(self._marks(annex)) if self.may_annex else [],
            "remove": remove if self.may_annex else None,
        }

    def _marks(self, annex: object) -> Iterator[Action]:
        """Say that an annex is signed or approved, where that was asked."""
        words = {
            "signed": _("annex_mark_signed", default="Noter signée"),
            "approved": _("annex_mark_approved", default="Noter approuvée"),
        }
        for mark, asked in MARKS.items():
            if getattr(annex, asked, False) and not getattr(annex, mark, False):
                yield Action(
                    words[mark],
                    f"{self.context.absolute_url()}/annexe-marquer",
                    method="post",
                    small=True,
                    values={"annexe": annex.getId(), "marque": mark},
                )

    @property
    def downloads(self) -> list[Action]:
        """All annexes at once, when there are several; the sheet for a scan."""
        found: list[Action] = []
        if self.may_annex:
            title = _("code_sheet", default="Feuille de code")
            url = f"{self.context.absolute_url()}/feuille-code"
            found.append(Action(title, url, small=True))
        if len(self.annexes) < 2:
            return found
        url = f"{self.context.absolute_url()}/annexes-telecharger"
        return [
            *found,
            Action(_("annexes_zip", default="Tout télécharger (ZIP)"), url, small=True),
            Action(
                _("annexes_pdf", default="Fusionner les PDF"),
                f"{url}?form=pdf",
                small=True,
            ),
        ]


class RemoveAnnex(Act):
    """Takes one annex away."""

    def act(self) -> dict:
        remove_annex(self.context, self.given("annexe"))
        return {"message": _("annex_removed", default="L'annexe est retirée.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/annexes"


class MarkAnnex(Act):
    """Says of one annex that it is signed, or approved."""

    def act(self) -> dict:
        mark_annex(self.context, self.given("annexe"), self.given("marque"))
        return {"message": _("annex_marked", default="C'est noté.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/annexes"


class DownloadAnnexes(BrowserView):
    """Gives every annex the person may see, as one archive or one PDF."""

    def __call__(self) -> bytes:
        form = "pdf" if self.request.form.get("form") == "pdf" else "zip"
        to_print = self.request.form.get("imprimer") == "1"
        kind, data = download_annexes(self.context, form, to_print=to_print)
        name = f"annexes-{self.context.getId()}.{form}"
        return give_out(self.request.response, MadeFile(name, kind, data))


def _flags(annex: object) -> Iterator[Tag]:
    if annex.confidential:
        yield Tag(_("annex_confidential", default="Confidentielle"), "late")
    if annex.publishable:
        yield Tag(_("annex_publishable", default="Publiable"), "ok")
    if annex.to_print:
        yield Tag(_("annex_to_print", default="À imprimer"), "info")
    if getattr(annex, "signed", False):
        yield Tag(_("annex_signed", default="Signée"), "ok")
    elif getattr(annex, "to_sign", False):
        yield Tag(_("annex_to_sign", default="À signer"), "wait")
    if getattr(annex, "approved", False):
        yield Tag(_("annex_approved", default="Approuvée"), "ok")
    elif getattr(annex, "to_approve", False):
        yield Tag(_("annex_to_approve", default="À approuver"), "wait")


def _size(count: int) -> str:
    if count < 1_000_000:
        size = str(max(1, round(count / 1000)))
        return _("size_kilobytes", default="${size} Ko", mapping={"size": size})
    size = f"{count / 1_000_000:.1f}".replace(".", ",")
    return _("size_megabytes", default="${size} Mo", mapping={"size": size})
