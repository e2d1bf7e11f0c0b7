"""The refusals of the glue, each with its cause and its cure.

Those of the trade stand in ``domain.errors``.
"""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.deliberations.domain.errors import I18N_DOMAIN


class StaleRevision(Conflict):
    """The part was changed by somebody else since it was read.

    Cure: look at what changed (the sentence tells), reload, and do it again.
    """

    code = "stale_revision"
    template = (
        "${what} a changé entre-temps : ${changes}. Rechargez la page, puis "
        "refaites votre modification."
    )
    i18n_domain = I18N_DOMAIN


class UnknownVote(InvalidInput):
    """The item has no vote at that place. Cure: count the votes from 0."""

    code = "unknown_vote"
    template = (
        "Il n'y a pas de vote à la place ${place} : ce point en a ${count}, comptés "
        "à partir de 0. Rechargez la page."
    )
    i18n_domain = I18N_DOMAIN


class MeetingExists(Conflict):
    """The assembly already has a meeting at that date and time.

    Cure: open the existing one, or choose another moment.
    """

    code = "meeting_exists"
    template = (
        "« ${assembly} » a déjà une séance le ${date} : ouvrez-la, ou choisissez "
        "un autre moment."
    )
    i18n_domain = I18N_DOMAIN


class ItemExists(Conflict):
    """An item with that external id already exists in the assembly.

    Cure: change the existing item instead of making a second one.
    """

    code = "item_exists"
    template = (
        "Un point porte déjà l'identifiant externe « ${external_id} » : modifiez "
        "ce point au lieu d'en créer un second."
    )
    i18n_domain = I18N_DOMAIN


class UnknownMeeting(Missing):
    """A meeting is named that the assembly does not have, or has closed.

    Cure: choose one of the meetings that accept items.
    """

    code = "unknown_meeting"
    template = (
        "Aucune séance de cette assemblée ne correspond à « ${name} » : choisissez "
        "une séance qui accepte encore des points."
    )
    i18n_domain = I18N_DOMAIN


class UnknownItem(Missing):
    """An item is named that does not exist or may not be known to exist.

    Cure: reload the page and choose it from the list.
    """

    code = "unknown_item"
    template = "Le point « ${name} » est introuvable : rechargez la liste."
    i18n_domain = I18N_DOMAIN


class UnknownAssembly(Missing):
    """An assembly is named that the site does not have. Cure: set it up first."""

    code = "unknown_assembly"
    template = "L'assemblée « ${name} » n'existe pas : ajoutez-la d'abord aux réglages."
    i18n_domain = I18N_DOMAIN


class UnknownStep(InvalidInput):
    """A step is named that items or meetings do not have. Cure: use a listed one."""

    code = "unknown_step"
    template = "L'étape « ${name} » n'existe pas ; étapes possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class UnknownDocument(InvalidInput):
    """A document is asked for that items or meetings do not have.

    Cure: ask for one of the documents listed.
    """

    code = "unknown_document"
    template = "Le document « ${name} » n'existe pas ; possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class UnknownMove(InvalidInput):
    """A way to move an item is named that does not exist. Cure: use a listed one."""

    code = "unknown_move"
    template = "Le déplacement « ${name} » n'existe pas ; possibles : ${expected}."
    i18n_domain = I18N_DOMAIN


class AgendaFrozen(RuleRefused):
    """The numbers of the agenda were already sent to the members.

    Cure: put the meeting back in preparation, then change the order.
    """

    code = "agenda_frozen"
    template = (
        "L'ordre du jour est gelé et ses numéros sont communiqués : remettez la "
        "séance en création pour changer l'ordre des points."
    )
    i18n_domain = I18N_DOMAIN


class MeetingClosed(RuleRefused):
    """The meeting is closed and is no longer written. Cure: reopen it first."""

    code = "meeting_closed"
    template = (
        "La séance est clôturée : remettez-la d'abord en rédaction du PV, puis "
        "faites votre correction."
    )
    i18n_domain = I18N_DOMAIN


class NotInMeeting(RuleRefused):
    """The item is on no agenda. Cure: present it to a meeting first."""

    code = "not_in_meeting"
    template = "« ${item} » n'est dans aucune séance : présentez d'abord ce point."
    i18n_domain = I18N_DOMAIN


class StaysInAssembly(RuleRefused):
    """An item or a meeting was to be moved to another assembly.

    Cure: send the item to the other assembly ("à envoyer vers"), or write it anew.
    """

    code = "stays_in_assembly"
    template = (
        "« ${what} » reste dans « ${assembly} » : un déplacement perdrait sa place, "
        "ses droits et ses votes. Employez « À envoyer vers », ou refaites-le dans "
        "l'autre assemblée."
    )
    i18n_domain = I18N_DOMAIN


class MeetingNotEmpty(RuleRefused):
    """A meeting with items is to be deleted. Cure: take its items off first."""

    code = "meeting_not_empty"
    template = (
        "« ${meeting} » a encore des points à son ordre du jour : retirez-les avant "
        "de supprimer la séance."
    )
    i18n_domain = I18N_DOMAIN


class UnknownEntry(Missing):
    """The register has no such entry or file, or it may not be known.

    Cause: a wrong number, or an act that this person may not read.
    Cure: choose an entry of the list.
    """

    code = "unknown_register_entry"
    template = "Le registre n'a pas d'inscription « ${name} » que vous puissiez lire."
    i18n_domain = I18N_DOMAIN


class EmptyCorrection(InvalidInput):
    """A correction of the minutes says nothing. Cure: write what is to be read."""

    code = "empty_correction"
    template = "Écrivez la correction : « lire 12 voix pour, et non 11 »."
    i18n_domain = I18N_DOMAIN


class NotOnThisAgenda(InvalidInput):
    """A correction is about an item of another meeting. Cure: choose in the list."""

    code = "not_on_this_agenda"
    template = "Ce point n'est pas de cette séance : choisissez dans la liste."
    i18n_domain = I18N_DOMAIN


class MinutesNotSubmitted(RuleRefused):
    """Minutes are put to the approval once submitted, and only until adopted.

    Cure: submit them first.
    """

    code = "minutes_not_submitted"
    template = (
        "Le procès-verbal n'est pas soumis à approbation : soumettez-le d'abord, ou "
        "voyez s'il est déjà approuvé."
    )
    i18n_domain = I18N_DOMAIN


class NothingToSign(RuleRefused):
    """The document can not be signed as it stands. Cure: stands in the sentence."""

    code = "nothing_to_sign"
    template = "Ce document ne peut pas encore être signé : ${why}."
    i18n_domain = I18N_DOMAIN


class NoMinutes(Missing):
    """The meeting has no minutes yet, or they may not be known.

    Cure: close the meeting, or ask its secretariat.
    """

    code = "no_minutes"
    template = (
        "« ${name} » n'a pas de procès-verbal que vous puissiez lire : il est établi à "
        "la clôture de la séance."
    )
    i18n_domain = I18N_DOMAIN
