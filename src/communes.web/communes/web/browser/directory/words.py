"""The words of the directory: kinds, facilities, ways to reach somebody, hours."""

from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.web.domain.clock import local
from communes.web.domain.directory import EntryKind
from communes.web.domain.directory import Facility
from communes.web.domain.schedule.opening import Answer
from communes.web.domain.schedule.record import Interval
from communes.web.i18n import _
from datetime import datetime
from datetime import timedelta
from zope.globalrequest import getRequest
from zope.i18n import translate


KINDS = {
    EntryKind.ORGANISATION: _("kind_organisation", default="Organisation"),
    EntryKind.FUNCTION: _("kind_function", default="Fonction"),
    EntryKind.MISSION: _("kind_mission", default="Mission"),
}
FACILITIES = {
    Facility.ACCESS: _("facility_access", default="Accès aux personnes handicapées"),
    Facility.DEFIBRILLATOR: _("facility_defibrillator", default="Défibrillateur"),
    Facility.DRINKING_WATER: _("facility_water", default="Eau potable"),
    Facility.USEFUL_NUMBERS: _("facility_numbers", default="Numéros utiles"),
    Facility.TOILETS: _("facility_toilets", default="Toilettes publiques"),
    Facility.WIFI: _("facility_wifi", default="Wifi"),
    Facility.GLASS: _("facility_glass", default="Bulle à verre"),
    Facility.CLOTHES: _("facility_clothes", default="Bulle à vêtements"),
    Facility.RECYCLING_CENTRE: _("facility_recycling", default="Recyparc"),
    Facility.CHARGING: _("facility_charging", default="Borne de recharge"),
    Facility.ORGANIC: _("facility_organic", default="Conteneur à déchets organiques"),
    Facility.RESIDUAL: _("facility_residual", default="Conteneur à déchets résiduels"),
    Facility.PACKAGING: _("facility_packaging", default="Conteneur PMC"),
}
PHONES = {
    "work": _("phone_work", default="Bureau"),
    "cell": _("phone_cell", default="Gsm"),
    "home": _("phone_home", default="Privé"),
    "fax": _("phone_fax", default="Fax"),
}
LINKS = {
    "website": _("link_website", default="Site"),
    "facebook": _("link_facebook", default="Facebook"),
    "instagram": _("link_instagram", default="Instagram"),
    "linkedin": _("link_linkedin", default="LinkedIn"),
    "youtube": _("link_youtube", default="YouTube"),
    "other": _("link_other", default="Autre"),
}
DAYS = (
    _("day_monday", default="Lundi"),
    _("day_tuesday", default="Mardi"),
    _("day_wednesday", default="Mercredi"),
    _("day_thursday", default="Jeudi"),
    _("day_friday", default="Vendredi"),
    _("day_saturday", default="Samedi"),
    _("day_sunday", default="Dimanche"),
)
CLOSED = _("hours_closed", default="Fermé")


def said(message: str) -> str:
    """Return a sentence in the language of the reader."""
    return translate(message, context=getRequest())


def at_hour(minutes: int) -> str:
    """Return « 8 h 30 » of minutes since midnight; the day's end is « 24 h »."""
    if minutes == 24 * 60:
        return "24\u00a0h"
    return hour(datetime(2000, 1, 1) + timedelta(minutes=minutes))


def interval(one: Interval) -> str:
    """Return « 8 h 30 – 12 h »."""
    return f"{at_hour(one.opens)} – {at_hour(one.closes)}"


def openings(found: tuple[Interval, ...]) -> str:
    """Return openings in words, nothing when there is none."""
    return ", ".join(interval(one) for one in found)


def intervals(found: tuple[Interval, ...]) -> str:
    """Return the openings of a day in words, « Fermé » when there is none."""
    return openings(found) or said(CLOSED)


def open_tag(answer: Answer) -> Tag:
    """Return « Ouvert », « Sur rendez-vous » or « Fermé »."""
    if answer.open:
        return Tag(_("hours_open_now", default="Ouvert"), "ok")
    if answer.by_appointment:
        return Tag(_("hours_by_appointment", default="Sur rendez-vous"), "info")
    return Tag(CLOSED, "off")


def until(answer: Answer, now: datetime) -> str:
    """Return when what the tag says ends: « jusqu'à 12 h », « ouvre lun. à 9 h »."""
    if answer.change is None:
        return ""
    moment, today = local(answer.change), local(now).date()
    at = hour(moment)
    if answer.open:
        return _("hours_until", default="jusqu'à ${hour}", mapping={"hour": at})
    mapping = {"hour": at, "day": short_date(moment.date(), today)}
    if moment.date() == today:
        return _("hours_opens_at", default="ouvre à ${hour}", mapping=mapping)
    if moment.date() == today + timedelta(days=1):
        return _(
            "hours_opens_tomorrow", default="ouvre demain à ${hour}", mapping=mapping
        )
    return _("hours_opens_on", default="ouvre ${day} à ${hour}", mapping=mapping)
