"""``<issue>/choisir``: what the site has published, to be told in the issue."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.shell.acting import Act
from communes.web.api.issues import add_contents
from communes.web.api.issues import contents_to_tell
from communes.web.browser.newsletter.issue_frame import IssueFrame
from communes.web.browser.newsletter.words import KIND_WORDS
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


HEADS = {
    "news": _("choose_news", default="Dernières actualités"),
    "event": _("choose_events", default="Événements à venir"),
    "service": _("choose_services", default="Démarches"),
    "text": _("choose_pages", default="Pages"),
}


class ChoosePage(IssueFrame, Act):
    """The latest of each kind, those that are in it already left out."""

    template = ViewPageTemplateFile("templates/choosing.pt")
    page_title = _("block_choose", default="Choisir dans le site")
    find = Action(_("find", default="Chercher"), method="submit")
    press = Action(_("block_add", default="Ajouter au numéro"), method="submit",
                   primary=True)  # fmt: skip
    empty_title = _("choose_none", default="Rien à ajouter.")
    empty_text = _(
        "choose_none_text",
        default="Seul ce que tout le monde peut lire sur le site peut être choisi.",
    )

    def __call__(self) -> str:
        if self.request.method == "POST":
            return Act.__call__(self)
        return IssueFrame.__call__(self)

    def act(self) -> dict:
        chosen = [uid for kind in KIND_WORDS for uid in self.many(f"contenus-{kind}")]
        count = add_contents(self.context, chosen, self.revision)
        said = _("blocks_added", default="${count} bloc(s) ajouté(s).",
                 mapping={"count": count})  # fmt: skip
        return {"message": said}

    def back(self) -> str:
        return f"{self.url}/travail"

    @property
    def words(self) -> str:
        return self.given("q")[:100]

    @property
    def looked_for(self) -> Field:
        """What is looked for."""
        label = _("choose_find", default="Chercher dans les titres et résumés")
        return Field("q", label, "search", self.words)

    @cached_property
    def fields(self) -> list[Field]:
        """The boxes of each kind there is something of."""
        kinds: dict[str, list[Option]] = {}
        for one in contents_to_tell(self.context, self.words):
            said = f"{one.title} – {one.when}" if one.when else one.title
            kinds.setdefault(one.kind, []).append(Option(one.uid, said))
        return [
            Field(f"contenus-{kind}", HEADS[kind], "checkboxes", required=True,
                  options=tuple(kinds[kind]))
            for kind in HEADS
            if kind in kinds
        ]  # fmt: skip
