"""The signature of an advice: asked of who presses the button, then followed."""

from communes.core.signature import api as room
from communes.core.signature.domain import Signatory
from communes.core.signature.domain import SignatureRequest
from communes.core.signature.domain import SignatureState
from communes.deliberations.content.advice import IAdvice
from communes.deliberations.domain.advices.course import Course
from communes.deliberations.domain.advices.course import Deed
from communes.deliberations.domain.advices.course import noted
from communes.deliberations.domain.advices.steps import AdviceStep
from communes.deliberations.storage.advice import course_of
from communes.deliberations.storage.advice import item_of
from communes.deliberations.storage.advice import journal
from communes.deliberations.storage.advice import line
from communes.deliberations.storage.advice import service_title
from communes.deliberations.storage.advice import write_course
from communes.deliberations.storage.clock import now
from communes.deliberations.workflow.advices.following import follow_advice
from communes.deliberations.workflow.advices.following import settle_item
from dataclasses import replace
from plone import api


KIND = "advice"


def ask_signature(
    advice: IAdvice, course: Course, pdf: bytes, way: str, comment: str
) -> Course:
    """Put the advice to the signature of the current user; return the course.

    With a way that signs in our pages the same click signs: the worker does it.

    :raises AdapterNotReady: that way to sign is not set up; says what is missing.
    """
    user = api.user.get_current()
    account = user.getId()
    name = user.getProperty("fullname", "") or account
    who = Signatory(account, name, service_title(course.service), account)
    request = room.ask(advice, pdf, advice.title, (who,), way, kind=KIND)
    if room.adapter(way).personal:
        room.sign_myself(advice, request.id, account)
    return line(replace(course, signature=request.id), Deed.SIGNING, comment)


def give_up_signature(advice: IAdvice, course: Course) -> None:
    """Cancel the request that a step back leaves without a purpose."""
    if not course.signing:
        return
    request = next(
        (one for one in room.requests_of(advice) if one.id == course.signature), None
    )
    if request is not None and request.pending:
        room.cancel(advice, request.id)


def follow_signature(advice: IAdvice, request: SignatureRequest) -> None:
    """Move the advice on once it is signed, or open it again when it will not be."""
    course, _revision = course_of(advice)
    if request.kind != KIND or request.id != course.signature or not course.signing:
        return
    if request.state == SignatureState.SIGNED:
        after = _signed(course, request)
    elif request.state == SignatureState.REFUSED:
        why = request.refusal.reason if request.refusal else ""
        after = line(replace(course, signature=""), Deed.UNSIGNED, why)
    else:
        return
    journal(advice, request.state, service=course.service)
    write_course(advice, after, "la signature de l'avis")
    follow_advice(advice)
    settle_item(item_of(advice))


def _signed(course: Course, request: SignatureRequest) -> Course:
    # The worker brings it: who signed is the signatory, not who is at work.
    (place,) = request.places
    signed = replace(
        course,
        step=AdviceStep.SIGNED.value,
        signed_on=(place.signed_on or now()).date(),
        signed_by=place.signatory.user,
    )
    return noted(signed, now(), Deed.SIGNED, place.signatory.user, "")
