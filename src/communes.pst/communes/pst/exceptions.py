"""The refusals of the glue, each with its cause and its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.pst.domain.errors import I18N_DOMAIN


class UnknownPlan(Missing):
    """The site has no such plan. Cure: choose one of the list."""

    code = "unknown_plan"
    template = "Le programme « ${name} » n'existe pas."
    i18n_domain = I18N_DOMAIN


class PlanExists(Conflict):
    """Another plan has this id. Cure: choose another."""

    code = "plan_exists"
    template = (
        "Un programme porte déjà l'identifiant « ${name} » : choisissez-en un autre."
    )
    i18n_domain = I18N_DOMAIN


class PlanArchived(RuleRefused):
    """Nothing is written in an archived plan. Cure: put it back in force."""

    code = "plan_archived"
    template = "« ${plan} » est archivé : remettez-le en vigueur avant d'y écrire."
    i18n_domain = I18N_DOMAIN


class ElementExists(Conflict):
    """Another element has the same external id. Cure: change that one."""

    code = "element_exists"
    template = (
        "Un élément de ce programme a déjà l'identifiant externe « ${external_id} »."
    )
    i18n_domain = I18N_DOMAIN


class NotEmpty(RuleRefused):
    """What holds or is shown elsewhere is not deleted. Cure: empty it first."""

    code = "element_not_empty"
    template = (
        "« ${title} » n'est pas vide : déplacez ou supprimez d'abord ce qui "
        "se trouve en dessous."
    )
    i18n_domain = I18N_DOMAIN


class ShownElsewhere(RuleRefused):
    """Links show the element. Cure: delete the links first."""

    code = "element_shown_elsewhere"
    template = (
        "« ${title} » est montré ailleurs par un lien : supprimez d'abord ce lien."
    )
    i18n_domain = I18N_DOMAIN


class UnknownStep(InvalidInput):
    """An element of this kind has no such step. Cure: use one of those listed."""

    code = "unknown_step"
    template = "L'étape « ${name} » n'existe pas ici ; étapes possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class InvalidRow(InvalidInput):
    """A row of a table can not be read. Cure: stands in the sentence."""

    code = "invalid_row"
    template = "« ${table} », ligne ${row} : ${problem}."
    i18n_domain = I18N_DOMAIN


class ReadOnlyTable(InvalidInput):
    """Articles and projections come from eComptes. Cure: import them from there."""

    code = "read_only_table"
    template = "« ${table} » vient d'eComptes et ne s'encode pas ici."
    i18n_domain = I18N_DOMAIN


class UnknownKind(InvalidInput):
    """There is no such kind of element. Cure: use one of those listed."""

    code = "unknown_kind"
    template = "« ${kind} » n'est pas un niveau du programme ; possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class UnknownTarget(InvalidInput):
    """A link shows nothing the person may see. Cure: choose an action of the plan."""

    code = "unknown_target"
    template = (
        "« ${target} » n'est pas une action de ce programme que vous pouvez voir."
    )
    i18n_domain = I18N_DOMAIN


class UnknownCampaign(Missing):
    """The plan has no such evaluation. Cure: choose one of the list."""

    code = "unknown_campaign"
    template = "L'évaluation « ${name} » n'existe pas dans ce programme."
    i18n_domain = I18N_DOMAIN


class SamePlan(RuleRefused):
    """A plan is not carried over into itself. Cure: choose the one before."""

    code = "same_plan"
    template = "« ${plan} » ne se reprend pas lui-même : choisissez le précédent."
    i18n_domain = I18N_DOMAIN


class UnreadableExport(InvalidInput):
    """An export or the names beside it can not be read. Cure: in the sentence."""

    code = "unreadable_export"
    template = "L'export n'est pas lisible : ${problem}."
    i18n_domain = I18N_DOMAIN


class NothingToPublish(RuleRefused):
    """Nothing of the plan is public. Cure: publish objectives on their sheet."""

    code = "nothing_to_publish"
    template = (
        "Rien de « ${plan} » n'est public : publiez d'abord des objectifs, sur leur "
        "fiche."
    )
    i18n_domain = I18N_DOMAIN


class NotOnline(RuleRefused):
    """The plan is not on the public site. Cure: nothing is left to withdraw."""

    code = "not_online"
    template = "« ${plan} » n'est pas sur le site public."
    i18n_domain = I18N_DOMAIN


class UnknownProgramme(Missing):
    """The site shows no such programme. Cure: choose one of the list."""

    code = "unknown_programme"
    template = "Ce site ne montre pas de programme « ${name} »."
    i18n_domain = I18N_DOMAIN


class NotItsSender(RuleRefused):
    """A programme is replaced only by who sent it. Cure: look at the peers."""

    code = "not_its_sender"
    template = "« ${sender} » n'est pas l'expéditeur du programme « ${name} »."
    i18n_domain = I18N_DOMAIN
