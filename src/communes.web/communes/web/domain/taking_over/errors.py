"""Why a taking over is not begun, not written, or leaves a content as it is."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused
from communes.web.domain.errors import DOMAIN


class UnknownTakeover(Missing):
    """Cause: there is no taking over of that number. Cure: reload the list."""

    i18n_domain = DOMAIN
    code = "web_takeover_unknown"
    template = "La reprise « ${name} » n'existe pas ou n'existe plus."


class TakeoverBusy(Conflict):
    """Cause: the worker is at it. Cure: wait for its end, or stop it."""

    i18n_domain = DOMAIN
    code = "web_takeover_busy"
    template = "La reprise de « ${name} » est en cours : attendez-en la fin."


class NothingToWrite(RuleRefused):
    """Cause: a taking over is not at the step that was asked for. Cure: reload."""

    i18n_domain = DOMAIN
    code = "web_takeover_step"
    template = "La reprise de « ${name} » n'en est pas là : rechargez la page."


class TooManyContents(RuleRefused):
    """Cause: the other site holds more than a commune's. Cure: name a part of it."""

    i18n_domain = DOMAIN
    code = "web_takeover_too_many"
    template = (
        "Le site repris compte plus de ${most} contenus : donnez l'adresse d'une de "
        "ses branches."
    )


class EditedHere(RuleRefused):
    """Cause: both sides changed a content. Cure: carry the change over by hand."""

    i18n_domain = DOMAIN
    code = "web_takeover_edited_here"
    template = (
        "« ${name} » a été modifié ici depuis sa reprise : ce qui a changé là-bas n'a "
        "pas été repris."
    )


class NoPlace(RuleRefused):
    """Cause: what a part belongs to was not taken. Cure: take that by hand first."""

    i18n_domain = DOMAIN
    code = "web_takeover_no_place"
    template = "« ${name} » n'a pas de place ici : ce qui le contient n'est pas repris."


class RedirectsClosed(RuleRefused):
    """Cause: the other site shows its redirects to its managers alone.

    Cure: give a key of one of them.
    """

    i18n_domain = DOMAIN
    code = "web_takeover_redirects"
    template = (
        "Les anciennes redirections ne sont pas reprises : le site ne les montre qu'à "
        "ses gestionnaires. Donnez la clé d'accès de l'un d'eux."
    )
