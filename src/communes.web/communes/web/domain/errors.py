"""Why a content of the website is not taken as it is."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused


DOMAIN = "communes.web"


class BadHours(InvalidInput):
    """Cause: hours that no clock shows, or that overlap.

    Cure: write each opening as two times, the second after the first.
    """

    i18n_domain = DOMAIN
    code = "web_bad_hours"
    template = (
        "Les heures « ${value} » ne sont pas valables : écrivez par exemple "
        "08:30-12:00, sans chevauchement."
    )


class BadSchedule(InvalidInput):
    """Cause: the schedules of a place contradict each other.

    Cure: give dates to all but one, in the order of the calendar.
    """

    i18n_domain = DOMAIN
    code = "web_bad_schedule"
    template = (
        "L'horaire « ${name} » n'est pas valable : donnez-lui sept jours et une fin "
        "qui suit son début, et ne laissez qu'un seul horaire sans dates."
    )


class BadRecurrence(InvalidInput):
    """Cause: a rule of recurrence that can not be read, or that is not taken.

    Cure: a day, week, month or year, with days, months, an end or a count.
    """

    i18n_domain = DOMAIN
    code = "web_bad_recurrence"
    template = (
        "La répétition « ${value} » n'est pas valable, à « ${place} » : choisissez "
        "un rythme par jour, semaine, mois ou année."
    )


class NotOfTheRule(RuleRefused):
    """Cause: the first day of an event is none of the days its rule gives.

    Cure: begin on a day of the rule, or change the rule.
    """

    i18n_domain = DOMAIN
    code = "web_not_of_the_rule"
    template = (
        "L'événement commence le ${day}, qui n'est pas un jour de sa répétition : "
        "changez la date de début ou la répétition."
    )


class BadPeriod(InvalidInput):
    """Cause: an event that ends before it begins, or lasts three years or more."""

    i18n_domain = DOMAIN
    code = "web_bad_period"
    template = (
        "L'événement « ${name} » doit finir après son début, et durer moins de "
        "trois ans."
    )


class Feeding(RuleRefused):
    """Cause: an agenda would feed itself, by others. Cure: cut one of the links."""

    i18n_domain = DOMAIN
    code = "web_feeding_circle"
    template = (
        "« ${name} » se nourrirait de lui-même (${path}) : retirez un de ces liens."
    )


class BadCategory(InvalidInput):
    """Cause: a category stands twice, below nothing known, or below itself."""

    i18n_domain = DOMAIN
    code = "web_bad_category"
    template = (
        "La catégorie « ${name} » n'a pas sa place dans l'arbre : choisissez une "
        "catégorie parente qui existe et qui n'est pas une des siennes."
    )


class BadContact(InvalidInput):
    """Cause: a number, an address or a place on earth that can not exist."""

    i18n_domain = DOMAIN
    code = "web_bad_contact"
    template = (
        "« ${value} » n'est pas valable : vérifiez-le caractère par caractère "
        "(téléphone comme +3281234567, numéro d'entreprise à dix chiffres, "
        "coordonnées en degrés)."
    )


class NotReady(RuleRefused):
    """Cause: something a public page needs is missing. Cure: fill it."""

    i18n_domain = DOMAIN
    code = "web_not_ready"
    template = "« ${name} » ne peut pas être publié : complétez ${missing}."


class NoWay(RuleRefused):
    """Cause: an issue does not go from one step to that one. Cure: reload."""

    i18n_domain = DOMAIN
    code = "web_no_way"
    template = "Le numéro « ${name} » ne peut pas passer de « ${state} » à « ${to} »."


class TooHeavy(RuleRefused):
    """Cause: mail programs cut a letter that long. Cure: shorten it."""

    i18n_domain = DOMAIN
    code = "web_too_heavy"
    template = (
        "Le numéro « ${name} » pèse ${size} octets, plus que les ${most} que les "
        "messageries affichent en entier : retirez un bloc."
    )


class MessageRefused(InvalidInput):
    """Cause: a message of a contact form lacks something. Cure: fill the field."""

    i18n_domain = DOMAIN
    code = "web_message_refused"
    template = "Complétez « ${value} » avant d'envoyer votre message."


class BadSubjects(InvalidInput):
    """Cause: a subject without name or reader, or two of one name; or none at all."""

    i18n_domain = DOMAIN
    code = "web_bad_subjects"
    template = (
        "Les sujets ne conviennent pas à « ${name} » : donnez à chacun un nom, une "
        "seule fois, et l'adresse électronique du service qui le lit."
    )


class SourceUnreadable(InvalidInput):
    """Cause: the other site gave something else than plone.restapi does.

    Cure: open the address in a browser; the site may ask for a password.
    """

    i18n_domain = DOMAIN
    code = "web_source_unreadable"
    template = "« ${place} » du site repris ne se lit pas, à « ${name} »."


class SourceSilent(InvalidInput):
    """Cause: the other site does not answer, refuses, or answers elsewhere.

    Cure: try again later; the reading goes on where it stopped.
    """

    i18n_domain = DOMAIN
    code = "web_source_silent"
    template = "Le site repris ne répond pas à « ${place} » : ${problem}."


class NoHome(RuleRefused):
    """Cause: nothing of ours is of that kind. Cure: make it by hand."""

    i18n_domain = DOMAIN
    code = "web_no_home"
    template = (
        "« ${name} » est de la sorte « ${kind} », qui n'a pas d'équivalent ici : "
        "recréez-le à la main."
    )


class SharedUnreadable(InvalidInput):
    """Cause: what another commune shares holds a value that can not be.

    Cure: ask that commune to correct it, then have the message done again.
    """

    i18n_domain = DOMAIN
    code = "web_shared_unreadable"
    template = "« ${name} » de ce qui est partagé ne se lit pas : « ${value} »."


class HostRefused(InvalidInput):
    """Cause: an address leads into a network of our own, or nowhere.

    Cure: give a public address, or have who runs the server declare the host.
    """

    i18n_domain = DOMAIN
    code = "web_host_refused"
    template = (
        "L'adresse « ${host} » n'est pas joignable d'ici : donnez une adresse "
        "publique, ou faites déclarer cette machine par qui gère le serveur."
    )


class PartLost(RuleRefused):
    """Cause: a part of a page has no kind of ours. Cure: make it by hand."""

    i18n_domain = DOMAIN
    code = "web_part_lost"
    template = "La partie « ${name} » n'a pas d'équivalent ici : recréez-la à la main."
