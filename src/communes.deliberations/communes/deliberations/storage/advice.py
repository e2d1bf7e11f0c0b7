"""Advices as objects in their item, and as the values the rules know."""

from communes.core.access.permission import current_user
from communes.core.organisation.api import services
from communes.core.parts.domain.writing import amount as written_amount
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import noted
from communes.deliberations.domain.advices.rules import AdvisedItem
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.settings import AdviserRule
from communes.deliberations.domain.advices.telling import citation
from communes.deliberations.domain.advices.telling import ToldAdvice
from communes.deliberations.storage import part
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.plain import from_plain
from communes.deliberations.storage.plain import to_plain
from hashlib import sha256
from itertools import count
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


PORTAL_TYPE = "communes.deliberations.Advice"
#: What is indexed for an advice without a delay: after every day, so it comes last.
NO_DEADLINE = "9999-12-31"


def advices_of(item: IMeetingItem) -> list[IAdvice]:
    """Return the advices of an item in the order they were asked, whoever asks."""
    return [one for one in item.objectValues() if IAdvice.providedBy(one)]


def item_of(advice: IAdvice) -> IMeetingItem:
    """Return the item an advice is about."""
    return advice.__parent__


def course_of(advice: IAdvice) -> tuple[Course, int]:
    """Return where the advice stands, and the revision of that."""
    data, revision = part.read(advice, "course", dict)
    return from_plain(Course, {"service": "", **data}), revision


def write_course(
    advice: IAdvice, course: Course, change: str, revision: int | None = None
) -> int:
    """Keep the course and return its new revision.

    :param change: what was done, told to whoever comes late.
    :raises StaleRevision: somebody else wrote after that revision.
    """
    return part.write(
        advice,
        "course",
        to_plain(course),
        by=current_user(),
        change=change,
        revision=revision,
        what=advice.title,
    )


def line(course: Course, what: str, comment: str = "") -> Course:
    """Return the course with a line of history by whoever is at work, now."""
    return noted(course, now(), what, current_user(), comment)


def journal(advice: IAdvice, what: str, **details: object) -> None:
    """Note what was done with the advice in the journal."""
    note_change(f"advice.{what}", advice, **details)


def advice_settings(context: object) -> AdviceSettings:
    """Return the settings of the advices around an item or an advice."""
    return settings_of(assembly_of(context)).advices


def rule_of(advice: IAdvice) -> AdviserRule | None:
    """Return the rule the advice follows, None when a person asked it without one."""
    return advice_settings(advice).rule(course_of(advice)[0].rule)


def advised_item(item: IMeetingItem) -> AdvisedItem:
    """Return what the rules look at in the item."""
    return AdvisedItem(
        service=item.proposing_service or "",
        category=item.category or "",
        groups_in_charge=tuple(item.groups_in_charge or ()),
        budget_related=bool(item.budget_related),
        amount=item.budget_amount,
    )


def said_by(item: IMeetingItem) -> str:
    """Return a mark of what an advice is given on: texts and amounts of the item."""
    texts = (item.title, _raw(item.summary), _raw(item.motivation), _raw(item.decision))
    budget = (item.budget_related, item.budget_amount, item.budget_article)
    return sha256(repr((texts, budget)).encode()).hexdigest()


def add_advice(
    item: IMeetingItem, course: Course, what: str, comment: str = "", **values: object
) -> IAdvice:
    """Put a new advice in the item, whoever asks; the id tells nothing of it.

    :param what: the first line of its history, with its ``comment``.
    """
    taken = set(item.objectIds())
    settings = advice_settings(item)
    proposed = {
        "hidden_while_written": settings.hidden_while_written,
        "confidential": settings.confidential,
    }
    advice = createContent(PORTAL_TYPE, **{**proposed, **values})
    advice.title = title_of(settings.rule(course.rule), course.service)
    advice.id = next(f"avis-{n}" for n in count(1) if f"avis-{n}" not in taken)
    # Before it lies in the item: the rights of both ask for it at once.
    write_course(advice, line(course, what, comment), "avis demandé")
    return addContentToContainer(item, advice, checkConstraints=False)


def title_of(rule: AdviserRule | None, service: str) -> str:
    """Return what an advice is called: by its rule, else by who gives it."""
    return rule.title if rule is not None else f"Avis : {service_title(service)}"


def service_title(id: str) -> str:
    """Return the name of a service; its id when the site has none of that id."""
    known = {one.id: one.title for one in services(api.portal.get())}
    return known.get(id, id)


def told(advice: IAdvice) -> ToldAdvice:
    """Return the advice as its documents need it; the texts are cleaned."""
    course, _revision = course_of(advice)
    rule = rule_of(advice)
    item = item_of(advice)
    amount = item.budget_amount
    return ToldAdvice(
        title=advice.title,
        adviser=service_title(course.service),
        item=item.title,
        course=course,
        motivation=html_of(advice.motivation),
        observations=html_of(advice.observations),
        reference=advice.reference or "",
        commitment=advice.commitment_number or "",
        amount="" if amount is None else f"{written_amount(amount)} HTVA",
        rule="" if rule is None else rule.source,
    )


def citations(item: IMeetingItem) -> str:
    """Return the « Vu l'avis … » of a deliberation as HTML, when its assembly cites.

    A confidential advice is never cited: a deliberation is read by everybody.
    """
    if not advice_settings(item).cited:
        return ""
    today = now().date()
    open_ones = (one for one in advices_of(item) if not one.confidential)
    return "".join(citation(told(one), today) for one in open_ones)


def _raw(text: object) -> str:
    return "" if text is None else (text.raw or "")
