"""Nothing private leaves: the review, the projection, its versions, withdrawals."""

from communes.core.access.errors import MayNot
from communes.core.annexes.api import add_annex
from communes.core.privacy.domain.text import words
from communes.deliberations import api as door
from communes.deliberations.api import publicity
from communes.deliberations.api import review
from communes.deliberations.domain.publicity.errors import NothingPublished
from communes.deliberations.domain.publicity.errors import NotMaskable
from communes.deliberations.domain.publicity.errors import PublicationRefused
from communes.deliberations.domain.publicity.errors import ReviewNotFinished
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.interfaces import IProjectionPublished
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_storage_public_file import SECRET
from communes.deliberations.tests.test_storage_public_file import talkative_pdf
from communes.deliberations.tests.web import held_meeting
from datetime import date
import json
from plone.namedfile.file import NamedBlobFile
import pytest
from zope.component import getGlobalSiteManager


#: One word for each place where something private stands; none may ever be public.
MARKERS = (
    "ZZTITRE", "ZZRESUME", "ZZMOTIF", "ZZDECISION", "ZZVOTE", "ZZNOTE", "ZZMARGE",
    "ZZANNEXE", "ZZFICHIER", "ZZHUISCLOS", "ZZSUIVI", SECRET, "directeur-general",
    "createur", "@example.be",
)  # fmt: skip
PRIVATE = '<span class="donnee-personnelle">{}</span>'


def annexed(item, title, filename, publishable=True, confidential=False):
    with builders.as_user("directeur-general"):
        return add_annex(
            item,
            {
                "title": title,
                "file": NamedBlobFile(
                    talkative_pdf(), "application/pdf", filename=filename
                ),
                "publishable": publishable,
                "confidential": confidential,
            },
        )


def full_meeting():
    """Return a meeting with private words everywhere, and its two items."""
    public = builders.validated(
        title="Permis de ZZTITRE",
        summary=f"<p>Résumé {PRIVATE.format('ZZRESUME')}</p>",
        motivation=f"<p>Vu la demande de {PRIVATE.format('ZZMOTIF')} ;</p>",
        decision=f"<p>DÉCIDE pour {PRIVATE.format('ZZDECISION')}.</p>",
    )
    closed = builders.validated(
        title="ZZHUISCLOS", privacy="closed", decision="<p>ZZHUISCLOS</p>"
    )
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        door.edit_item(
            public,
            {"manager_notes": "<p>ZZNOTE</p>", "internal_notes": "<p>ZZSUIVI</p>"},
        )
        door.present(public, meeting)
        door.present(closed, meeting)
        door.do_transition(meeting, "freeze")
    annexed(public, "Plan public", "plan.pdf")
    annexed(public, "ZZANNEXE", "ZZFICHIER.pdf", publishable=False)
    annexed(public, "ZZANNEXE", "ZZFICHIER.pdf", confidential=True)
    annexed(closed, "ZZANNEXE", "ZZFICHIER.pdf")
    return meeting, public, closed


def reviewed(item, title="Permis d'urbanisme"):
    with builders.as_user("directeur-general"):
        review.set_public_title(item, title)
        for doubt in review.review(item).open_doubts:
            review.leave(item, doubt.key)
        review.finish_review(item)


def publish(meeting, stage=Stage.PROJECT, items=None):
    with builders.as_user("directeur-general"):
        return publicity.publish(meeting, stage, items)


def test_no_private_byte_is_in_the_projection_or_in_public_documents(town):
    meeting, item, _closed = full_meeting()
    reviewed(item)
    made = publish(meeting)
    for marker in MARKERS:
        assert marker not in made.text
        for kind in ("agenda", "publication"):
            with builders.as_user("directeur-general"):
                assert marker not in door.document_text(meeting, kind).html
    (shown, hidden) = made.meeting.items
    assert shown.title == "Permis d'urbanisme"
    assert "[donnée personnelle masquée]" in shown.motivation
    assert [one.title for one in shown.annexes] == ["Plan public"]
    file = publicity.published_file(meeting, shown.annexes[0].sha256)
    assert SECRET.encode() not in file.data
    assert (hidden.title, hidden.closed) == ("Point à huis clos", True)
    assert hidden.decision == "" and hidden.annexes == ()
    assert meeting.drafts_published_on == date.today()


def test_publishing_is_refused_until_everything_was_read(town):
    meeting, item, _closed = full_meeting()
    with pytest.raises(PublicationRefused) as refused:
        publish(meeting)
    assert {one.code for one in refused.value.reasons} == {"not_reviewed"}
    number = refused.value.reasons[0].values["items"]
    assert number == "1"
    reviewed(item)
    with builders.as_user("directeur-general"):
        door.edit_item(item, {"decision": "<p>DÉCIDE autrement.</p>"})
        assert review.review(item).standing is ReviewStanding.STALE
    with pytest.raises(PublicationRefused) as refused:
        publish(meeting)
    assert {one.code for one in refused.value.reasons} == {"review_stale"}
    with builders.as_user("directeur-general"):
        assert publicity.current(meeting) is None


def test_another_annex_to_publish_makes_the_review_stale(town):
    _meeting, item, _closed = full_meeting()
    reviewed(item)
    annexed(item, "Encore un plan", "encore.pdf")
    with builders.as_user("directeur-general"):
        assert review.review(item).standing is ReviewStanding.STALE


def test_a_suggestion_is_masked_or_left_before_the_review_is_done(town):
    item = builders.draft(
        title="Demande de Monsieur Dupont",
        motivation="<p>Vu la demande de Monsieur Dupont, rue du Moulin 12 ;</p>",
    )
    with builders.as_user("createur"):
        with pytest.raises(ReviewNotFinished) as refused:
            review.finish_review(item)
        assert "Monsieur Dupont" in str(refused.value)
        found = {(one.text, one.words): one.key for one in review.review(item).doubts}
        with pytest.raises(NotMaskable):
            review.mask(item, found["title", "Monsieur Dupont"])
        before = item.motivation.raw
        review.mask(item, found["motivation", "Monsieur Dupont"])
        review.leave(item, found["motivation", "rue du Moulin 12"])
        review.set_public_title(item, "Demande d'un riverain")
        revision = review.finish_review(item)
        view = review.review(item)
        with pytest.raises(StaleRevision):
            review.finish_review(item, revision - 1)
    assert view.standing is ReviewStanding.DONE
    assert view.revision == revision
    assert view.open_doubts == ()
    assert before != item.motivation.raw
    assert "donnee-personnelle" in item.motivation.output


def test_the_secretariat_reviews_once_the_meeting_is_closed_and_no_word_changes(town):
    meeting, (item,) = held_meeting(
        1,
        motivation="<p>Vu la demande de Monsieur Dupont ;</p>",
        poll_type="no_vote",
    )
    with builders.as_user("directeur-general"):
        door.do_transition(item, "accept")
        door.do_transition(meeting, "close")
    before = words(item.motivation.raw)
    for account in ("createur", "observateur"):
        with builders.as_user(account):
            assert not review.review(item).may_act
            with pytest.raises(MayNot):
                review.finish_review(item)
    with builders.as_user("directeur-general"):
        (doubt,) = review.review(item).open_doubts
        review.mask(item, doubt.key)
        review.set_public_title(item, "Une demande")
        review.finish_review(item)
        assert review.review(item).standing is ReviewStanding.DONE
    assert words(item.motivation.raw) == before
    made = publish(meeting, Stage.DECISION)
    assert "Dupont" not in made.text


def test_only_who_prepares_an_item_reads_its_review(town):
    item = builders.draft()
    for account in ("observateur", "conseiller", "createur-finances"):
        with builders.as_user(account), pytest.raises(MayNot):
            review.set_public_title(item, "Autre")
    for account in ("conseiller", "createur-finances"):
        with builders.as_user(account), pytest.raises(MayNot):
            review.review(item)


def test_a_version_never_changes_and_the_next_says_what_does(town):
    meeting, item, _closed = full_meeting()
    reviewed(item)
    first = publish(meeting)
    with builders.as_user("directeur-general"):
        door.edit_item(item, {"decision": "<p>DÉCIDE autrement.</p>"})
    reviewed(item)
    with builders.as_user("directeur-general"):
        told = publicity.preview(meeting)
        assert [(one.number, one.kind.value) for one in told.changes] == [
            ("1", "changed"),
            ("2", "same"),
        ]
        assert told.changes[0].fields == ("decision",)
        assert (told.version, told.reasons) == (2, ())
    second = publish(meeting)
    with builders.as_user("directeur-general"):
        versions = publicity.published_versions(meeting)
    assert versions[0] == first and versions[1] == second
    assert "autrement" not in first.text and "autrement" in second.text
    assert second.meeting.items[0].id == first.meeting.items[0].id


def test_what_is_withdrawn_leaves_its_number_and_the_reason(town):
    meeting, item, _closed = full_meeting()
    with (
        builders.as_user("directeur-general"),
        pytest.raises(NothingPublished),
    ):
        publicity.withdraw(item, "Erreur")
    reviewed(item)
    first = publish(meeting)
    heard = []

    def hear(event):
        heard.append(event.projection)

    sites = getGlobalSiteManager()
    sites.registerHandler(hear, (IProjectionPublished,))
    try:
        with builders.as_user("directeur-general"):
            made = publicity.withdraw(item, "Publié par erreur.")
    finally:
        sites.unregisterHandler(hear, (IProjectionPublished,))
    assert json.loads(made.text) == heard[0]
    gone = made.meeting.items[0]
    assert gone.withdrawn.reason == "Publié par erreur."
    assert "urbanisme" not in made.text
    sha = first.meeting.items[0].annexes[0].sha256
    with pytest.raises(NothingPublished):
        publicity.published_file(meeting, sha)
    again = publish(meeting)
    assert again.meeting.items[0].withdrawn is not None
    lifted = publish(meeting, items=[item.UID()])
    assert lifted.meeting.items[0].withdrawn is None


def test_a_decision_says_who_was_there_and_how_they_voted(town):
    meeting, item, closed = full_meeting()
    with builders.as_user("directeur-general"):
        door.do_transition(meeting, "decide")
        door.set_presences(meeting, dict.fromkeys((*builders.SEATS, "dg"), "present"))
        door.encode_public_vote(
            item, {**dict.fromkeys(builders.SEATS, "yes"), "conseiller-3": "no"}
        )
        door.encode_public_vote(closed, dict.fromkeys(builders.SEATS, "yes"))
        for one in (item, closed):
            door.do_transition(one, "accept")
    reviewed(item)
    made = publish(meeting, Stage.DECISION)
    for marker in MARKERS:
        assert marker not in made.text
    (shown, hidden) = made.meeting.items
    assert shown.result == "accepted"
    (vote,) = shown.votes
    assert (vote.yes, vote.no) == (4, 1)
    assert vote.voted_no == ("Titulaire conseiller-3",)
    assert hidden.votes == () and hidden.vote_words == ""
    assert made.meeting.chair == "Titulaire bourgmestre"
    assert len(made.meeting.present) == 6


def test_only_who_keeps_the_meeting_publishes(town):
    meeting, _item, _closed = full_meeting()
    for account in ("createur", "conseiller"):
        with builders.as_user(account), pytest.raises(MayNot):
            publicity.publish(meeting, Stage.PROJECT)
        with builders.as_user(account), pytest.raises(MayNot):
            publicity.preview(meeting)
