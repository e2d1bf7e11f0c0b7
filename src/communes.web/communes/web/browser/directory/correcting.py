"""Who knows a place corrects its entry: an address, a link, a form; no account."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.protection.api import check
from communes.web.browser.directory.entry import EntryPage
from communes.web.browser.directory.entry_form import as_entry
from communes.web.browser.directory.entry_form import as_typed
from communes.web.browser.directory.entry_form import contact_groups
from communes.web.browser.directory.hours import copied
from communes.web.browser.directory.hours import COPY
from communes.web.browser.directory.hours import read_week
from communes.web.browser.directory.hours import week_form
from communes.web.browser.directory.hours import WeekForm
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import text_of
from communes.web.browser.pages.below import OnContentPage
from communes.web.directory import api as door
from communes.web.directory import claims
from communes.web.directory import confirming
from communes.web.domain.clock import BRUSSELS
from communes.web.i18n import _
from dataclasses import replace
from datetime import date
from datetime import datetime
from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import alsoProvides


def today() -> date:
    """Return the day of the commune."""
    return datetime.now(BRUSSELS).date()


class AnybodysForm(OnContentPage, FillingPage):
    """A form of a citizen: what it carries is its proof, and it has no session."""

    #: Said instead of the form once it was sent.
    answer = ""
    done = False

    @property
    def notices(self) -> list[Notice]:
        return [Notice(self.answer, "ok")] if self.done else []

    def genuine(self) -> None:
        """The boxes of the page, or the link it came from, are the proof."""
        alsoProvides(self.request, IDisableCSRFProtection)


class AskLink(AnybodysForm):
    """``<entry>/corriger``: the link goes to the address that is typed."""

    template = ViewPageTemplateFile("correcting.pt")
    guard = "corriger-fiche"
    page_title = _("claim_title", default="Corriger cette fiche")
    explanation = _(
        "claim_explanation",
        default="Vous tenez ce commerce, cette association, ce service ? Nous vous "
        "envoyons un lien ; vous corrigez, la commune relit, puis publie.",
    )
    answer = _(
        "claim_sent",
        default="Si cette adresse est juste, un message vient d'y partir. Ouvrez le "
        "lien qu'il contient.",
    )
    press = Action(_("claim_send", default="M'envoyer le lien"), primary=True,
                   method="submit", name="garder", value="1")  # fmt: skip

    def start(self) -> dict[str, Any]:
        return {}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        field = Field("courriel",
                      _("claim_address", default="Votre adresse électronique"),
                      "email", values.get("courriel", ""), required=True,
                      autocomplete="email")  # fmt: skip
        return [Group("", [field])]

    def keep(self, values: dict[str, Any]) -> str:
        check(self.request, self.guard)
        claims.ask_link(self.context, values["courriel"], today())
        self.done = True
        return ""


class Linked(AnybodysForm):
    """Base of the pages a letter leads to."""

    @property
    def token(self) -> str:
        """The proof in the address, or in the form."""
        return text_of(self.form, "jeton")


class ProposeChanges(Linked):
    """``<entry>/proposer?jeton=``"""

    template = ViewPageTemplateFile("proposing.pt")
    page_title = _("claim_title", default="Corriger cette fiche")
    answer = _(
        "claim_kept",
        default="Merci : votre correction est transmise. Vous aurez une réponse par "
        "courriel dès qu'elle sera relue.",
    )
    press = Action(_("claim_propose", default="Envoyer ma correction"), primary=True,
                   method="submit", name="garder", value="1")  # fmt: skip

    def __call__(self) -> str:
        # Whoever has no link of ours learns that before typing anything.
        claims.claimant(self.context, self.token, today())
        return super().__call__()

    def start(self) -> dict[str, Any]:
        return as_typed(door.entry_values(self.context))

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        about = Field("description", _("label_about", default="Présentation"),
                      "textarea", values.get("description", ""))  # fmt: skip
        note = Field("note", _("claim_note", default="Autre chose à corriger"),
                     "textarea", values.get("note", ""))  # fmt: skip
        return [Group("", [about]), *contact_groups(values), Group("", [note])]

    @cached_property
    def week(self) -> WeekForm:
        """The usual hours, as they are or as they were typed."""
        row = self.usual
        if self.request.method == "POST":
            row = read_week(self.form, 0) or {}
            if row and text_of(self.form, "geste").startswith(f"{COPY}:"):
                row = copied(row)
        # Its name and its dates are not for a merchant to say.
        return replace(week_form(0, row), fields=())

    @cached_property
    def hours(self) -> dict[str, Any]:
        found: dict[str, Any] = door.entry_values(self.context)["hours"]
        return found

    @property
    def usual(self) -> dict[str, Any]:
        """The schedule without dates, as plain values."""
        found = (row for row in self.hours["schedules"] if is_usual(row))
        return next(found, {})

    def keep(self, values: dict[str, Any]) -> str:
        note = values.pop("note")
        given = as_entry(values)
        typed = read_week(self.form, 0)
        if typed is not None and typed["week"] != self.usual.get("week"):
            others = [row for row in self.hours["schedules"] if not is_usual(row)]
            named = {**typed, "name": self.usual.get("name", typed["name"])}
            given["hours"] = {**self.hours, "schedules": [named, *others]}
        claims.propose(self.context, self.token, given, note, today())
        self.done = True
        return ""


def is_usual(row: Mapping[str, Any]) -> bool:
    """Return whether a schedule is the one that holds when no other does."""
    return not (row["starts"] or row["ends"] or row["by_appointment"])


class ConfirmEntry(EntryPage):
    """``<entry>/confirmer?jeton=``: opening it does nothing, pressing does."""

    template = ViewPageTemplateFile("confirming.pt")
    done = False
    press = Action(_("confirm_press", default="Tout est juste"), primary=True,
                   method="submit", name="garder", value="1")  # fmt: skip

    def __call__(self) -> str:
        # A mail program keeps no copy of a page that a link opens.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        confirming.read_link(self.context, self.token, today())
        if self.request.method == "POST":
            # The link carries its own proof: there is no session to protect.
            alsoProvides(self.request, IDisableCSRFProtection)
            confirming.confirm(self.context, self.token, today())
            self.done = True
        return self.template()

    @property
    def token(self) -> str:
        return text_of(self.request.form, "jeton")

    @property
    def all_facts(self) -> list[Fact]:
        """What is to be confirmed, in one list."""
        address = self.entry.address.line
        first = [Fact(_("group_address", default="Adresse"), address)]
        return [*(first if address else []), *self.facts]
