"""The refusals of an application, each with its cause and its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import RuleRefused


class SolutionNoLongerChosen(RuleRefused):
    """A solution is installed on a site and the file does not choose it any more.

    Cause: taking a solution away takes its content out of use. Cure: choose it
    again, or say ``--force``.
    """

    code = "solution_no_longer_chosen"
    template = (
        "La solution « ${solution} » est installée sur ${place} et le fichier ne la "
        "choisit plus. Remettez-la dans sites.${site}.solutions, ou relancez avec "
        "--force pour la désinstaller."
    )
    i18n_domain = "communes.policy"


class PlaceTaken(Conflict):
    """Something else than a site of ours stands at the address of a site."""

    code = "place_taken"
    template = (
        "L'adresse ${place} est occupée par autre chose qu'un site Plone. "
        "Déplacez cet objet, ou changez identity.slug."
    )
    i18n_domain = "communes.policy"


class ProfileMissing(RuleRefused):
    """A chosen solution has no profile on this machine. Cure: build with its egg."""

    code = "profile_missing"
    template = (
        "La solution « ${solution} » n'est pas installée sur cette machine. "
        "Ajoutez ${distribution} aux œufs de l'assemblage et reconstruisez."
    )
    i18n_domain = "communes.policy"


class StateNotReached(RuleRefused):
    """The content of a profile wants a state to which no step leads."""

    code = "state_not_reached"
    template = (
        "« ${title} » est à l'état ${state} et aucune étape ne mène à ${wanted}. "
        "Corrigez « state » dans le contenu du profil."
    )
    i18n_domain = "communes.policy"


class AlreadySent(Conflict):
    """An action has an item in that assembly. Cure: open it from the card."""

    code = "pst_already_sent"
    template = (
        "« ${title} » a déjà un point au ${assembly} : ouvrez-le depuis la carte "
        "« Décisions »."
    )
    i18n_domain = "communes.policy"


class NoServiceToPropose(RuleRefused):
    """The person may not submit items there for any service.

    Cure: ask a clerk of the service that manages the action.
    """

    code = "pst_no_service"
    template = (
        "Vous ne pouvez pas soumettre « ${title} » à cette assemblée : demandez-le à "
        "un agent du service qui gère l'action."
    )
    i18n_domain = "communes.policy"
