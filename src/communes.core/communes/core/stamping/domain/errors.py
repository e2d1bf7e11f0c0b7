"""Why a proof can not be made or read."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import RuleRefused


class ContainerUnreadable(InvalidInput):
    """Cause: the file is no container of a proof, or it was damaged on its way.

    Cure: take the file that was downloaded from the publication, unchanged.
    """

    code = "proof_unreadable"
    template = (
        "Ce fichier n'est pas une preuve de publication lisible : ${problem}. "
        "Reprenez le fichier « .asics » téléchargé depuis la publication."
    )


class AuthorityRefused(RuleRefused):
    """Cause: the authority of time answers, and refuses or answers something else.

    Cure: the operator checks the address and the contract with the authority.
    """

    code = "time_authority_refused"
    template = "L'autorité d'horodatage a refusé : ${problem}."


class NoAuthority(RuleRefused):
    """Cause: no authority of time is set on this server. Cure: the operator sets it."""

    code = "no_time_authority"
    template = (
        "Aucune autorité d'horodatage n'est réglée sur ce serveur : l'exploitant "
        "indique son adresse dans ${name}."
    )
