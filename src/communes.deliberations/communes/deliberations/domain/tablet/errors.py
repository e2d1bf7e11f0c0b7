"""The refusals of a vote on tablets, each with its cause and its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN


class TabletsUnused(RuleRefused):
    """The assembly does not vote on tablets. Cure: set it, or encode the votes."""

    code = "tablets_unused"
    template = (
        "Cette assemblée ne vote pas sur tablette : encodez le vote, ou activez ce "
        "réglage de l'assemblée."
    )
    i18n_domain = I18N_DOMAIN


class NoBallotOpen(Conflict):
    """Nothing is put to the vote any more. Cure: wait for the secretary."""

    code = "no_ballot_open"
    template = "Aucun vote n'est ouvert : attendez que le secrétariat l'ouvre."
    i18n_domain = I18N_DOMAIN


class BallotOpen(Conflict):
    """A vote is open already. Cure: close it first."""

    code = "ballot_open"
    template = "Un vote est déjà ouvert dans cette séance : clôturez-le d'abord."
    i18n_domain = I18N_DOMAIN


class NobodyToVote(RuleRefused):
    """Nobody present may vote. Cure: call the roll, and give accounts to members."""

    code = "nobody_to_vote"
    template = (
        "Personne ne peut voter sur tablette : encodez les présences, et vérifiez que "
        "les membres ont un compte."
    )
    i18n_domain = I18N_DOMAIN


class NotCalledToVote(NotAllowed):
    """The account has no seat among the voters. Cure: ask the secretary."""

    code = "not_called_to_vote"
    template = (
        "Vous n'êtes pas appelé à voter sur ce point : adressez-vous au secrétariat."
    )
    i18n_domain = I18N_DOMAIN


class UnknownChoice(InvalidInput):
    """The answer is not one the ballot offers. Cure: reload the page."""

    code = "unknown_choice_of_ballot"
    template = "« ${value} » n'est pas une réponse possible : rechargez la page."
    i18n_domain = I18N_DOMAIN


class PaperTaken(Conflict):
    """The seat has its paper. Cure: vote on the device that took it."""

    code = "paper_taken"
    template = (
        "Vous avez déjà pris votre bulletin : votez sur l'appareil où vous l'avez pris."
    )
    i18n_domain = I18N_DOMAIN


class WrongPaper(InvalidInput):
    """The paper is not one of this ballot. Cure: take one, or ask the secretary."""

    code = "wrong_paper"
    template = "Ce bulletin n'est pas de ce scrutin : reprenez la page du vote."
    i18n_domain = I18N_DOMAIN
