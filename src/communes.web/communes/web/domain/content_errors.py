"""Why a content of the website is not created, found or published."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN


class NotHere(InvalidInput):
    """Cause: a content of that type does not stand in such a place.

    Cure: choose another place.
    """

    i18n_domain = DOMAIN
    code = "web_not_here"
    template = "« ${name} » ne se crée pas dans « ${place} » : choisissez ailleurs."


class UnknownType(InvalidInput):
    """Cause: there is no such type. Cure: one of those named."""

    i18n_domain = DOMAIN
    code = "web_unknown_type"
    template = "« ${name} » n'est pas une sorte de contenu ; possibles : ${expected}."


class AlreadyHere(Conflict):
    """Cause: another content has this external id. Cure: change that one."""

    i18n_domain = DOMAIN
    code = "web_already_here"
    template = "L'identifiant externe « ${name} » est déjà celui d'un autre contenu."


class UnknownContent(Missing):
    """Cause: no content of that identifier may be seen. Cure: ask the list."""

    i18n_domain = DOMAIN
    code = "web_unknown_content"
    template = "Aucun contenu « ${name} » ne vous est visible."


class UnknownStep(InvalidInput):
    """Cause: a content has no such step where it stands. Cure: one of those named."""

    i18n_domain = DOMAIN
    code = "web_unknown_step"
    template = "« ${name} » n'est pas possible ici ; possibles : ${expected}."


class TooLate(RuleRefused):
    """Cause: a beginning that is past, or an end before the beginning.

    Cure: choose a later moment, or publish at once.
    """

    i18n_domain = DOMAIN
    code = "web_too_late"
    template = (
        "« ${name} » ne peut pas être publié de ${starts} à ${ends} : la fin doit "
        "suivre le début, et être à venir."
    )


class NothingBefore(RuleRefused):
    """Cause: nothing is kept of what a page was before.

    Cure: only the last twenty changes are kept; write it anew.
    """

    i18n_domain = DOMAIN
    code = "web_nothing_before"
    template = "Il n'y a rien à rétablir de « ${name} »."


class FileRefused(InvalidInput):
    """Cause: a file that is empty, too heavy, or that would be run by a computer.

    Cure: send another one, as PDF or as an office document.
    """

    i18n_domain = DOMAIN
    code = "web_file_refused"
    template = (
        "Le fichier « ${name} » est refusé : il est vide, dépasse ${most} Mo ou est un "
        "programme. Envoyez un PDF ou un document bureautique."
    )


class NoMoment(InvalidInput):
    """Cause: a day or an hour that no clock shows. Cure: type both again."""

    i18n_domain = DOMAIN
    code = "web_no_moment"
    template = "« ${value} » n'est pas un moment : donnez un jour, puis une heure."


class NobodyThere(InvalidInput):
    """Cause: no account of that login, or no such local role.

    Cure: type the login as the person does when logging in.
    """

    i18n_domain = DOMAIN
    code = "web_nobody_there"
    template = "Aucun compte « ${name} » sur ce site : vérifiez l'identifiant."


class FileUnreadable(InvalidInput):
    """Cause: the bytes of a file are no base64. Cure: encode them again."""

    i18n_domain = DOMAIN
    code = "web_file_unreadable"
    template = "Le contenu du fichier « ${name} » n'est pas du base64."
