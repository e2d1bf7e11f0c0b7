"""``<content>/photos``: its pictures are sent, described, put in order, taken away."""

from collections.abc import Iterator
from communes.core.errors.domain import InvalidInput
from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.shell.acting import Act
from communes.web.api import pictures as door
from communes.web.api.albums import add_photos
from communes.web.api.albums import MOST_AT_ONCE
from communes.web.api.albums import Sent
from communes.web.browser.albums.pictured import DatedLooks
from communes.web.browser.albums.showing import of_picture
from communes.web.browser.pages.below import OnContentPage
from communes.web.domain.pictures import Crop
from communes.web.domain.pictures import MOST_BYTES
from communes.web.i18n import _
from functools import cached_property
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound


#: What a browser offers to choose; what a file is, its content says.
ACCEPT = "image/jpeg,image/png,image/webp,image/gif"
_PER_PAGE_WORDS = ("alternative", "title", "author")


class PhotosPage(DatedLooks, OnContentPage):
    """Sends many files at once and says of each what became of it."""

    template = ViewPageTemplateFile("templates/photos.pt")
    page_title = _("photos_title", default="Photos")
    send = Action(
        _("photos_send", default="Envoyer les photos"), method="submit", primary=True
    )
    save = Action(
        _("photos_save", default="Enregistrer les textes"), method="submit", small=True
    )
    empty_title = _("photos_none", default="Aucune photo.")
    empty_text = _(
        "photos_none_text", default="Choisissez-en une ou plusieurs ci-dessus."
    )
    file_attributes = {"multiple": "multiple", "accept": ACCEPT}

    def __call__(self) -> str:
        if not door.may_write(self.context):
            raise NotFound("photos")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.sent: list[Sent] = []
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.sent = add_photos(self.context, self._files())
        return self.template()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/photos"

    @property
    def notices(self) -> list[Notice]:
        """What became of each file that was sent."""
        taken = [one for one in self.sent if one.id]
        told = []
        if taken:
            words = _(
                "photos_taken",
                default="${count} photo(s) ajoutée(s). Décrivez chacune ci-dessous.",
                mapping={"count": len(taken)},
            )
            told.append(Notice(words, "ok"))
        return [
            *told,
            *(
                Notice(to_sentence(one.reason, self.request), "late")
                for one in self.sent
                if one.reason is not None
            ),
        ]

    @property
    def file_field(self) -> Field:
        return Field(
            "fichiers",
            _("photos_choose", default="Ajouter des photos"),
            "file",
            help=_(
                "photos_choose_help",
                default="JPEG, PNG, WebP ou GIF, ${most} Mo au plus chacune, "
                "${count} à la fois. Le lieu et l'appareil notés dans la photo sont "
                "effacés.",
                mapping={"most": MOST_BYTES // 1_000_000, "count": MOST_AT_ONCE},
            ),
            required=True,
        )

    @cached_property
    def photos(self) -> list[dict[str, Any]]:
        leading = self.context.picture
        return [self._photo(one, leading) for one in door.pictures_of(self.context)]

    def _photo(self, one: Any, leading: str) -> dict[str, Any]:
        id, url = one.getId(), one.absolute_url()
        silent = not (one.alternative or "").strip()
        return {
            "id": id,
            "word": one.title or one.alternative or id,
            "thumb": of_picture(one, Crop.SQUARE),
            "leads": id == leading,
            "fields": self._fields(one, silent),
            "actions": self._actions(id, url, id == leading),
            "revision": one.revision,
        }

    def _fields(self, one: Any, silent: bool) -> list[Field]:
        id = one.getId()
        wanted = _(
            "alternative_missing",
            default="À compléter avant de publier : ce que la photo montre.",
        )
        return [
            Field(f"alternative.{id}",
                  _("label_alternative", default="Texte alternatif"), "textarea",
                  one.alternative, required=True, rows=2,
                  help=wanted if silent else ""),
            Field(f"title.{id}", _("label_caption", default="Légende"),
                  value=one.title),
            Field(f"author.{id}", _("label_author", default="Photographe"),
                  value=one.author),
        ]  # fmt: skip

    def _actions(self, id: str, url: str, leads: bool) -> list[Action]:
        base = self.context.absolute_url()
        crop = Action(
            _("photo_crop", default="Recadrer"), f"{url}/recadrer", small=True
        )
        lead = Action(
            _("photo_lead", default="Mettre en premier plan"),
            f"{base}/photo-principale",
            method="post",
            values={"photo": id},
            small=True,
        )
        remove = Action(
            _("photo_remove", default="Retirer"),
            f"{base}/photo-retirer",
            method="post",
            values={"photo": id},
            confirm=_("photo_remove_sure", default="Retirer cette photo pour de bon ?"),
            small=True,
            danger=True,
        )
        return [crop, remove] if leads else [crop, lead, remove]

    def _files(self) -> Iterator[tuple[str, bytes]]:
        given = self.request.form.get("fichiers", [])
        files = given if isinstance(given, list) else [given]
        known = [one for one in files if getattr(one, "filename", "")]
        if len(known) > MOST_AT_ONCE:
            raise TooManyFiles(field="fichiers", most=MOST_AT_ONCE)
        for one in known:
            # A byte more than is taken: the door says that it is too heavy.
            yield one.filename, one.read(MOST_BYTES + 1)


class TooManyFiles(InvalidInput):
    """Cause: more files at once than a sending takes. Cure: send them in parts."""

    i18n_domain = "communes.web"
    code = "web_too_many_files"
    template = "Envoyez ${most} fichiers au plus à la fois."


class OnePhoto(Act):
    """Something done with one picture of a content; override ``do``."""

    def act(self) -> dict[str, Any]:
        """Do it with the picture of that id."""
        known = {one.getId(): one for one in door.pictures_of(self.context)}
        picture = known.get(self.given("photo") or self.given("item"))
        if picture is None:
            raise NotFound("photo")
        return self.do(picture)

    def do(self, picture: Any) -> dict[str, Any]:
        """Do it; return what a script may use."""
        raise NotImplementedError

    def back(self) -> str:
        return f"{self.context.absolute_url()}/photos"


class Lead(OnePhoto):
    """Shows a picture at the head of its content."""

    def do(self, picture: Any) -> dict[str, Any]:
        door.lead_with(self.context, picture.getId())
        return {"message": _("photo_leads", default="C'est l'image principale.")}


class Remove(OnePhoto):
    """Takes a picture away."""

    def do(self, picture: Any) -> dict[str, Any]:
        door.remove_picture(picture)
        return {"message": _("photo_removed", default="La photo est retirée.")}


class Order(OnePhoto):
    """Puts a picture before another: ``item``, ``before`` (empty: last)."""

    def do(self, picture: Any) -> dict[str, Any]:
        own, before = picture.getId(), self.given("before")
        ids = [one.getId() for one in door.pictures_of(self.context)]
        ids.remove(own)
        ids.insert(ids.index(before) if before in ids else len(ids), own)
        door.order_pictures(self.context, ids)
        return {}


class Describe(Act):
    """Writes the words of all pictures of a content in one go."""

    def act(self) -> dict[str, Any]:
        """Write what was typed of each; others stay as they are."""
        for one in door.pictures_of(self.context):
            given = {
                name: self.given(f"{name}.{one.getId()}")
                for name in _PER_PAGE_WORDS
                if f"{name}.{one.getId()}" in self.request.form
            }
            if given:
                door.describe_picture(one, given)
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/photos"
