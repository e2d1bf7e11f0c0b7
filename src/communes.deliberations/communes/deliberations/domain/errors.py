"""The refusals of the deliberations, each with its cause and its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Reason
from communes.core.errors.domain import RuleRefused


I18N_DOMAIN = "communes.deliberations"


def because(code: str, template: str, **values: object) -> Reason:
    """Return a reason whose sentence is translated in our own catalogue."""
    return Reason(code, template, values, I18N_DOMAIN)


class TransitionRefused(RuleRefused):
    """A step of an item or of a meeting may not be taken now.

    Cause: one or more obstacles, each a sentence. Cure: stands in each sentence.
    """

    code = "transition_refused"
    template = "Cette étape n'est pas possible maintenant."
    i18n_domain = I18N_DOMAIN


class AttendanceRefused(RuleRefused):
    """The attendance can not be as asked; the reasons say what stands against it."""

    code = "attendance_refused"
    template = "Les présences ne peuvent pas être modifiées ainsi."
    i18n_domain = I18N_DOMAIN


class UnknownSeat(InvalidInput):
    """A vote or an attendance names a seat the assembly does not have.

    Cure: correct the seat, or add the person to the assembly first.
    """

    code = "unknown_seat"
    template = (
        "« ${seat} » ne siège pas dans cette assemblée : corrigez le nom, "
        "ou ajoutez d'abord la personne parmi les membres."
    )
    i18n_domain = I18N_DOMAIN


class VoteByAbsent(RuleRefused):
    """Somebody who is not in the room at this item is said to have voted.

    Cure: correct the attendance or take the vote away.
    """

    code = "vote_by_absent"
    template = (
        "« ${seat} » n'est pas présent au point ${item} et ne peut pas voter : "
        "corrigez les présences ou retirez ce vote."
    )
    i18n_domain = I18N_DOMAIN


class VoteWithoutRight(RuleRefused):
    """Somebody sits without the right to vote (the secretary, for one).

    Cure: take the vote away.
    """

    code = "vote_without_right"
    template = "« ${seat} » siège sans droit de vote : retirez ce vote."
    i18n_domain = I18N_DOMAIN


class DoubleVote(Conflict):
    """One seat is listed twice in one vote. Cure: keep one of the two."""

    code = "double_vote"
    template = "« ${seat} » vote deux fois au point ${item} : gardez un seul vote."
    i18n_domain = I18N_DOMAIN


class VotesDoNotAddUp(RuleRefused):
    """The counts of a ballot do not make the number of voters.

    Cure: count again, or correct who is in the room.
    """

    code = "votes_do_not_add_up"
    template = (
        "Les voix du point ${item} font ${counted} alors qu'il y a ${voters} "
        "votants : recomptez les bulletins ou corrigez les présences."
    )
    i18n_domain = I18N_DOMAIN


class NegativeCount(InvalidInput):
    """A count of ballots is below zero. Cure: enter zero or more."""

    code = "negative_count"
    template = "Un nombre de voix ne peut pas être négatif : « ${count} »."
    i18n_domain = I18N_DOMAIN


class LinkedBallotTooLarge(RuleRefused):
    """A linked ballot gives more votes than the first has left. Cure: recount."""

    code = "linked_ballot_too_large"
    template = (
        "Les scrutins liés du point ${item} donnent ${counted} voix « pour » "
        "alors qu'il y a ${voters} votants : recomptez les bulletins."
    )
    i18n_domain = I18N_DOMAIN


class WrongPoll(RuleRefused):
    """Names were given for a secret ballot, or counts for a vote by name.

    Cure: choose the poll type that was really used.
    """

    code = "wrong_poll"
    template = (
        "Le mode de scrutin du point ${item} ne se note pas ainsi : un scrutin "
        "secret se note par nombres, un vote public par nom."
    )
    i18n_domain = I18N_DOMAIN


class UnknownPlace(InvalidInput):
    """A reference pattern has a place nobody can fill. Cure: use a listed one."""

    code = "unknown_place"
    template = (
        "Le modèle de référence « ${pattern} » contient une place inconnue "
        "« ${place} » ; places possibles : ${places}."
    )
    i18n_domain = I18N_DOMAIN


class NotOnAgenda(InvalidInput):
    """A move names an item or a place the agenda does not have."""

    code = "not_on_agenda"
    template = "« ${item} » n'est pas à l'ordre du jour : rechargez la page."
    i18n_domain = I18N_DOMAIN


class ImportRefused(RuleRefused):
    """An import has rows that can not be taken over; nothing was written.

    Cure: stands in the sentence of each row.
    """

    code = "import_refused"
    template = "L'import est refusé, rien n'a été écrit."
    i18n_domain = I18N_DOMAIN

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """What is wrong row by row: ``row``, ``field``, ``code`` and ``message``."""
        return tuple(
            {
                "row": one.values.get("row", ""),
                "field": one.values.get("field", ""),
                "code": one.code,
                "message": one.values.get("sentence", str(one)),
            }
            for one in self.reasons
        )
