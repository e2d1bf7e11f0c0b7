"""Let an item take over the agenda of the meeting it fixes."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import RuleRefused
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.item import edit_item
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.preparation.fixing import agenda_as_decision
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of


class NothingToFix(RuleRefused):
    """The item fixes no agenda. Cure: choose the meeting in its route."""

    code = "nothing_to_fix"
    template = (
        "Ce point n'arrête l'ordre du jour d'aucune séance : choisissez-la d'abord "
        "dans « Diffusion et parcours »."
    )
    i18n_domain = I18N_DOMAIN


def fill_with_agenda(item: IMeetingItem, revision: int | None = None) -> int:
    """Write the agenda of the meeting the item fixes as its decision.

    Closed items are counted, not named; nor are those the user may not see.

    :return: the new revision of the item.
    :raises NothingToFix: the item names no meeting.
    :raises MayNot: the user may not edit the item, or not see the meeting.
    :raises StaleRevision: somebody else edited the item meanwhile.
    """
    meeting = object_by_uid(item.fixes_agenda_of) if item.fixes_agenda_of else None
    if meeting is None:
        raise NothingToFix()
    lines = agenda(meeting).lines
    public = [one.title for one in lines if one.privacy == Privacy.PUBLIC]
    organ = settings_of(assembly_of(meeting)).name_with_article
    closed = len(lines) - len(public)
    html = agenda_as_decision(organ, meeting.date.date(), public, closed)
    return edit_item(item, {"decision": html}, revision)
