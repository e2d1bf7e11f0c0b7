"""Why a peer, or what it sends, is refused."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.exchange.messages.domain.errors import DOMAIN


class UnknownPeer(Missing):
    """Cause: no peer of that name is declared here. Cure: declare it, or mend it."""

    i18n_domain = DOMAIN
    code = "peer_unknown"
    template = (
        "Le correspondant « ${name} » n'est pas déclaré : ajoutez-le dans les "
        "correspondants des échanges."
    )


class PeerInvalid(InvalidInput):
    """Cause: the declaration of a peer can not work. Cure: stands in ``problem``."""

    i18n_domain = DOMAIN
    code = "peer_invalid"
    template = "Le correspondant « ${name} » ne peut pas être déclaré : ${problem}."


class SignatureRefused(NotAllowed):
    """Cause: a request is not signed by a peer, or not now, or was changed on its way.

    Cure: check the shared key, the clock and what is signed; the sentence never says
    more, so that nobody learns to guess.
    """

    i18n_domain = DOMAIN
    code = "signature_refused"
    template = (
        "La signature de l'envoi n'est pas celle d'un correspondant connu : vérifiez "
        "la clé, l'horloge et le contenu signé."
    )


class KindRefused(NotAllowed):
    """Cause: the pair has no agreement on messages of that kind, in that direction.

    Cure: add the kind to what is exchanged with the peer.
    """

    i18n_domain = DOMAIN
    code = "message_kind_refused"
    template = (
        "Les messages « ${kind} » ne s'échangent pas avec « ${name} » dans ce sens : "
        "ajoutez-les à ce qui est convenu avec ce correspondant."
    )
