"""``<directory>/propositions``: what people propose, beside what stands there."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import counted
from communes.core.shell.acting import Act
from communes.web.browser.directory import words
from communes.web.browser.pages.below import BelowPage
from communes.web.directory import claims
from communes.web.directory import listing
from communes.web.domain.directory import DirectoryEntry
from communes.web.domain.phone import spoken
from communes.web.domain.reading import read_value
from communes.web.i18n import _
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


_LABELS = {
    "description": _("label_about", default="Présentation"),
    "phones": _("label_phones", default="Téléphones"),
    "mails": _("label_mails", default="Adresses électroniques"),
    "links": _("label_links", default="Sites et réseaux"),
    "address": _("group_address", default="Adresse"),
    "hours": _("hours_title", default="Horaires"),
}


class ClaimsPage(BelowPage):
    """One card a proposal: what it changes, and two ways to decide."""

    template = ViewPageTemplateFile("moderating.pt")
    page_title = _("claims_title", default="Propositions")
    empty_title = _("claims_none", default="Aucune proposition n'attend.")
    empty_text = _(
        "claims_none_text",
        default="Ce que les commerçants et associations corrigent de leur fiche "
        "apparaît ici.",
    )

    @property
    def identity(self) -> str:
        return counted(len(self.waiting), "proposition")

    @property
    def waiting(self) -> list[claims.Claim]:
        return claims.claims(self.context)

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The proposals with the entries they are for."""
        waiting = self.waiting
        found = listing.by_uids(self.context, {one.entry for one in waiting})
        known = {one.uid: one for one in found}
        return [
            self._card(one, known[one.entry]) for one in waiting if one.entry in known
        ]

    @property
    def reason(self) -> Field:
        return Field("motif", _("claim_reason", default="Pourquoi non"), required=True)

    def _card(self, one: claims.Claim, line: listing.Line) -> dict[str, Any]:
        url = self.context.absolute_url()
        return {
            "title": line.title,
            "url": line.url,
            "by": one.address,
            "at": self.day_and_hour(one.at),
            "note": one.note,
            "rows": [
                (
                    words.said(_LABELS[name]),
                    in_words(name, getattr(line.record, name)),
                    in_words(name, read_value(DirectoryEntry, name, value)),
                )
                for name, value in one.values.items()
            ],
            "accept": Action(_("claim_accept", default="Publier la correction"),
                             f"{url}/proposition-accepter", primary=True,
                             method="post", values={"id": one.id}),
            "refuse": Action(_("claim_refuse", default="Refuser"), method="submit"),
            "refuse_url": f"{url}/proposition-refuser",
            "id": one.id,
        }  # fmt: skip


class AcceptClaim(Act):
    """``<directory>/proposition-accepter``"""

    def act(self) -> dict[str, Any]:
        entry = claims.accept(self.context, self.given("id"))
        mapping = {"title": entry.title}
        said = _("claim_accepted", default="La fiche « ${title} » est corrigée.",
                 mapping=mapping)  # fmt: skip
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/propositions"


class RefuseClaim(AcceptClaim):
    """``<directory>/proposition-refuser``"""

    def act(self) -> dict[str, Any]:
        claims.refuse(self.context, self.given("id"), self.given("motif"))
        said = _("claim_refused", default="La proposition est refusée, et c'est dit.")
        return {"message": said}


def in_words(name: str, value: Any) -> str:
    """Return a value of an entry as a person compares it."""
    if name == "hours":
        return _hours(value)
    if name == "phones":
        return ", ".join(spoken(one.number) for one in value)
    if name == "mails":
        return ", ".join(one.address for one in value)
    if name == "links":
        return ", ".join(one.url for one in value)
    if name == "address":
        return str(value.line)
    return str(value)


def _hours(hours: Any) -> str:
    usual = next((one for one in hours.schedules if not one.dated), None)
    if usual is None:
        return ""
    return " ; ".join(
        f"{words.said(day)} {words.intervals(one.intervals)}"
        for day, one in zip(words.DAYS, usual.week, strict=True)
    )
