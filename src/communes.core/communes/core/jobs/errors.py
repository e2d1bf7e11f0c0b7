"""What the queue refuses, and how a handler says that the outside is silent."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import RuleRefused


class Unavailable(Exception):
    """What a handler talks to does not answer.

    Cause: a search server, a mail server or a peer is down or too slow.
    Cure: none needed; the whole kind waits, no attempt is counted and no
    intent is given up.
    """


class PayloadRefused(InvalidInput):
    """Cause: an intent carries something else than plain JSON, or too much of it.

    Cure: carry identifiers, and let the handler read the rest.
    """

    code = "intent_payload_refused"
    template = (
        "Le travail « ${kind} » ne peut pas être mis en file : ${problem}. "
        "Transmettez des identifiants plutôt que des contenus."
    )


class NoQueue(Missing):
    """Cause: the profile of the kit was never applied to this site."""

    code = "intent_queue_missing"
    template = (
        "Le site « ${site} » n'a pas de file de travaux : "
        "appliquez-lui le profil « communes.core:default »."
    )


class LeaseLost(Conflict):
    """Cause: a job was not renewed in time and another worker has it now.

    Cure: give up this run; nothing of it may be committed.
    """

    code = "job_lease_lost"
    template = "Le travail ${job} a été repris par un autre exécutant."


class NotGivenUp(Missing):
    """Cause: the work was retried already, or done, or never asked for.

    Cure: look at the list again.
    """

    code = "job_not_given_up"
    template = (
        "Le travail « ${work} » n'est pas parmi les travaux abandonnés : "
        "rechargez la liste."
    )


class StopAsked(Exception):
    """Cause: the worker was asked to stop while a job was running.

    Cure: let it pass; the job goes back to the queue and starts again later.
    """


class VarFolderMissing(RuleRefused):
    """Cause: nothing says where the files outside the object database live."""

    code = "var_folder_missing"
    template = (
        "Le dossier des données hors base n'est pas connu : "
        "définissez la variable d'environnement COMMUNES_VAR."
    )
