"""The refusals of what is to be published, each with its cause and its cure."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN


class PublicationRefused(RuleRefused):
    """A meeting may not be published now; the reasons name what stands against it."""

    code = "publication_refused"
    template = "La séance ne peut pas être publiée maintenant."
    i18n_domain = I18N_DOMAIN


class ReviewNotFinished(RuleRefused):
    """A review is said to be done while suggestions wait for a decision.

    Cure: mask or leave each of them; give a public title; keep the annex back.
    """

    code = "review_not_finished"
    template = "La relecture n'est pas finie."
    i18n_domain = I18N_DOMAIN


class UnknownSuggestion(InvalidInput):
    """A decision is about a passage that is no longer there. Cure: reload the page."""

    code = "unknown_suggestion"
    template = "Ce passage a changé ou n'existe plus : rechargez la page."
    i18n_domain = I18N_DOMAIN


class NotMaskable(RuleRefused):
    """A title or a file name has no passage to mask. Cure: stands in the sentence."""

    code = "not_maskable"
    template = (
        "Un passage de « ${what} » ne se masque pas : donnez au point un objet pour "
        "le public, ou renommez l'annexe ou ne la publiez pas."
    )
    i18n_domain = I18N_DOMAIN


class NothingPublished(Missing):
    """Nothing of this was published. Cure: publish it first."""

    code = "nothing_published"
    template = "Rien n'a encore été publié ici."
    i18n_domain = I18N_DOMAIN


class NoWithdrawalReason(InvalidInput):
    """A withdrawal says no reason. Cure: write it; the public reads it."""

    code = "no_withdrawal_reason"
    template = "Écrivez pourquoi la décision est retirée : le public lira ce motif."
    i18n_domain = I18N_DOMAIN


class FileNotPublishable(RuleRefused):
    """A file keeps data beside its pages, or can not be read. Cure: give a PDF."""

    code = "file_not_publishable"
    template = (
        "Le fichier « ${name} » ne peut pas être publié (${problem}) : joignez-le en "
        "PDF sans mot de passe, ou ne le publiez pas."
    )
    i18n_domain = I18N_DOMAIN
