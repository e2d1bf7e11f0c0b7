"""``<page>/fichiers``: the files of a page are sent and taken away."""

from collections.abc import Iterator
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.shell.acting import Act
from communes.web.api.files import add_file
from communes.web.api.files import files
from communes.web.api.files import remove_file
from communes.web.browser.pages.below import OnContentPage
from communes.web.i18n import _
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class FilesPage(OnContentPage):
    """Several files at once; what is refused is said, the others are kept."""

    template = ViewPageTemplateFile("templates/files.pt")
    page_title = _("files_title", default="Fichiers")
    send = Action(_("files_send", default="Envoyer"), method="submit", primary=True)
    empty_title = _("files_none", default="Aucun fichier.")
    empty_text = _("files_none_text", default="Choisissez-en un ou plusieurs.")
    field = Field("fichiers", _("files_field", default="Fichiers à joindre"), "file")
    field_attributes = {"multiple": "multiple"}

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.notices: list[Notice] = []
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            for sent in self._sent():
                self._keep(sent)
        return self.template()

    @property
    def above_url(self) -> str:
        return f"{self.context.absolute_url()}/modifier"

    @property
    def files(self) -> Any:
        return files(self.context)

    def remove(self, url: str) -> Action:
        """Return the button that takes a file away."""
        title = _("remove", default="Retirer")
        sure = _("file_remove_sure", default="Retirer ce fichier de la page ?")
        return Action(title, f"{url}/retirer", method="post", small=True, confirm=sure)

    def _sent(self) -> Iterator[Any]:
        given = self.request.form.get("fichiers", ())
        for one in given if isinstance(given, list | tuple) else (given,):
            if getattr(one, "filename", ""):
                yield one

    def _keep(self, sent: Any) -> None:
        name = sent.filename.rpartition("/")[2].rpartition("\\")[2]
        try:
            add_file(self.context, sent.read(), name)
        except DomainError as refused:
            self.notices.append(Notice(sentence_of(refused, self.request), "late"))
            return
        kept = _("file_kept", default="« ${name} » est joint.", mapping={"name": name})
        self.notices.append(Notice(kept, "ok"))


class RemoveFile(Act):
    """``<file>/retirer``."""

    def act(self) -> dict[str, Any]:
        self.page = self.context.__parent__.absolute_url()
        remove_file(self.context)
        return {"message": _("file_removed", default="Le fichier est retiré.")}

    def back(self) -> str:
        return f"{self.page}/fichiers"
