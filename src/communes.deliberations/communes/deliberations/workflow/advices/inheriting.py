"""A matter that travels takes its advices along: they are not asked twice."""

from communes.core.annexes.api import IAnnex
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.course import settled
from communes.deliberations.storage.advice import add_advice
from communes.deliberations.storage.advice import advice_settings
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import said_by
from communes.deliberations.storage.clock import now
from communes.deliberations.workflow.advices.following import settle_item
from dataclasses import replace
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from zope.schema import getFieldNames


def inherit_advices(item: IMeetingItem, copy: IMeetingItem) -> int:
    """Give a copy the settled advices of the item it continues, annexes included.

    What was asked of the same service there by rule is replaced. Each keeps its
    answer, its author, its confidentiality, and the address of where it was given.

    :return: how many advices came along; none when the settings say so.
    """
    if not advice_settings(copy).inherited:
        return 0
    today = now().date()
    found = [one for one in advices_of(item) if settled(course_of(one)[0], today)]
    for advice in found:
        _inherit(advice, copy)
    if found:
        settle_item(copy)
    return len(found)


def _inherit(advice: IAdvice, copy: IMeetingItem) -> None:
    course, _revision = course_of(advice)
    for twin in advices_of(copy):
        if course_of(twin)[0].service == course.service:
            copy._delObject(twin.getId())
    taken = replace(
        course,
        inherited_from=course.inherited_from or advice.UID(),
        seen=said_by(copy),
        versions=(),
        happenings=(),
    )
    values = {name: getattr(advice, name) for name in getFieldNames(IAdvice)}
    added = add_advice(copy, taken, "inherited", **values)
    added.title = advice.title
    for annex in advice.objectValues():
        if IAnnex.providedBy(annex):
            _copy_annex(annex, added)


def _copy_annex(annex: object, target: IAdvice) -> None:
    values = {name: getattr(annex, name) for name in getFieldNames(IAnnex)}
    values["file"] = NamedBlobFile(
        data=annex.file.data,
        contentType=annex.file.contentType,
        filename=annex.file.filename,
    )
    new = createContent(annex.portal_type, **values)
    new.id = annex.getId()
    addContentToContainer(target, new, checkConstraints=False)
