"""``<service>``: a service in citizens' words, with one button to begin."""

from collections.abc import Iterable
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import counted
from communes.core.shell.acting import Act
from communes.web.api.address import site_named
from communes.web.api.files import add_file
from communes.web.api.files import files
from communes.web.browser.directory import words as places
from communes.web.browser.directory.opened import OpenedPage
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.services_sheets import words
from communes.web.directory import listing as entries
from communes.web.domain.directory_errors import NoFileGiven
from communes.web.domain.formats.schema_org import faq_page
from communes.web.domain.formats.schema_org import government_service
from communes.web.domain.formats.schema_org import script
from communes.web.domain.phone import spoken
from communes.web.domain.schedule.opening import answer_at
from communes.web.domain.schedule.record import OpeningHours
from communes.web.domain.service import ServiceSheet
from communes.web.i18n import _
from communes.web.sheets import api as door
from communes.web.sheets import listing
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class ServicePage(OpenedPage):
    """Says for whom, how, with what, for how much, how long and where."""

    template = ViewPageTemplateFile("sheet.pt")
    caption = _("service_costs", default="Coût")

    @property
    def page_title(self) -> str:
        return self.sheet.title

    @property
    def identity(self) -> str:
        return self.sheet.description

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def sheet(self) -> ServiceSheet:
        return door.read_service(self.context)

    @property
    def tags(self) -> list[str]:
        """What a proxy forgets the page with."""
        office = [self.office.uid] if self.office else []
        return [self.sheet.id, *office, *(one.uid for one in self.related)]

    @property
    def shown_hours(self) -> Iterable[OpeningHours]:
        one = self.office
        return [one.record.hours] if one is not None and one.has_hours else []

    @property
    def marks(self) -> list[Tag]:
        """Where the sheet stands, for who writes it."""
        return state_tags(self.context)

    @cached_property
    def actions(self) -> list[Action]:
        """What who writes or publishes the sheet may do."""
        return offers(self.context)

    @property
    def suspended(self) -> list[Notice]:
        """Why the service can not be asked now."""
        why = self.sheet.why_suspended
        if not why:
            return []
        said = _("service_is_suspended", default="Démarche suspendue : ${why}",
                 mapping={"why": why})  # fmt: skip
        return [Notice(said, "wait")]

    @property
    def begin(self) -> list[Action]:
        """The one button; none while the service is suspended or has no form."""
        url = self.sheet.form_url
        if not url or self.sheet.why_suspended:
            return []
        known = words.BUTTONS.get(self.sheet.button or "start", self.sheet.button)
        return [Action(known, url, primary=True)]

    @property
    def texts(self) -> list[dict[str, Any]]:
        """The parts that are text or lists, in the order of the sheet."""
        one = self.sheet
        parts = (
            (_("service_for_whom", default="À qui elle s'adresse"),
             one.for_whom, ()),
            (_("service_who_may_ask", default="Qui peut demander"),
             one.who_may_ask, ()),
            (_("service_conditions", default="Conditions"), "", one.conditions),
            (_("service_pieces", default="Pièces à fournir"), "", one.pieces),
            (_("service_results", default="Ce que vous obtenez"), "", one.results),
        )  # fmt: skip
        return [
            {"title": title, "lines": text.splitlines(), "items": items}
            for title, text, items in parts
            if text or items
        ]

    @property
    def introduction(self) -> list[str]:
        return [one for one in self.sheet.introduction.splitlines() if one.strip()]

    @property
    def costs(self) -> list[dict[str, str]]:
        return [
            {
                "amount": amount(one.amount) if one.amount else places.said(FREE),
                "when": one.condition,
                "validity": one.validity,
            }
            for one in self.sheet.costs
        ]

    @property
    def brief(self) -> list[Fact]:
        """Cost, delay and ways to ask, for who is in a hurry."""
        one = self.sheet
        amounts = dict.fromkeys(each["amount"] for each in self.costs)
        found = [Fact(self.caption, " · ".join(amounts) or FREE)]
        if one.delay is not None:
            days = counted(one.delay.days, "jour")
            note = f" ({one.delay_note})" if one.delay_note else ""
            found.append(Fact(_("service_delay", default="Délai"), f"{days}{note}"))
        for way in one.channels:
            said = words.CHANNELS.get(way.kind, way.kind)
            value = way.contact or way.url.removeprefix("https://")
            found.append(Fact(said, value or _("yes", default="Oui"), way.url))
        return found

    @cached_property
    def office(self) -> entries.Line | None:
        """The entry of the directory that answers, if the person may see it."""
        found = entries.by_uids(self.site, [self.context.authority])
        return found[0] if found else None

    @property
    def office_hours(self) -> dict[str, Any] | None:
        """Whether the office is open, and until when."""
        one = self.office
        if one is None or not one.has_hours:
            return None
        answer = answer_at(one.record.hours, self.now)
        return {
            "tag": places.open_tag(answer),
            "until": places.until(answer, self.now),
        }

    @property
    def office_facts(self) -> list[Fact]:
        one = self.office
        if one is None:
            return []
        known = one.record
        return [
            *(Fact(each.label or places.PHONES.get(each.kind, each.kind),
                   spoken(each.number), f"tel:{each.number}")
              for each in known.phones),
            *(Fact(each.label or _("fact_mail", default="Courriel"), each.address,
                   f"mailto:{each.address}")
              for each in known.mails),
        ]  # fmt: skip

    @property
    def files(self) -> list[Any]:
        return files(self.context)

    @property
    def writes(self) -> bool:
        """Whether the person may join files."""
        return door.may_edit(self.context)

    @property
    def file_fields(self) -> list[Field]:
        return [
            Field("fichier", _("service_file", default="Fichier"), "file",
                  required=True),
            Field("titre", _("service_file_title", default="Titre du fichier")),
        ]  # fmt: skip

    @property
    def join(self) -> Action:
        return Action(_("service_join", default="Joindre"), method="submit")

    @cached_property
    def related(self) -> list[listing.Line]:
        return listing.by_uids(self.sheet.related)

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks before it is published, for who writes it."""
        return door.missing(self.context) if self.actions else ()

    @property
    def machine(self) -> list[str]:
        """The sheet for search engines, ready to stand inside script elements."""
        nodes = [government_service(self.sheet, site_named())]
        if self.sheet.questions:
            nodes.append(faq_page(self.sheet))
        return [script(one) for one in nodes]


class JoinFile(Act):
    """``<service>/joindre-fichier``"""

    def act(self) -> dict[str, Any]:
        given = self.request.form.get("fichier")
        data = given.read() if hasattr(given, "read") else b""
        if not data:
            raise NoFileGiven(field="fichier")
        name = str(given.filename).rpartition("\\")[2]
        add_file(self.context, data, name, self.given("titre").strip())
        return {"message": _("service_file_joined", default="Le fichier est joint.")}


FREE = _("service_free", default="Gratuit")
