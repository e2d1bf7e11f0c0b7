"""What a signature may be refused for, each with its cure."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import Missing
from communes.core.errors.domain import NotAllowed
from communes.core.errors.domain import RuleRefused


class NoSignatory(InvalidInput):
    """A request names nobody, or one function twice. Cure: name each signatory once."""

    code = "no_signatory"
    template = (
        "Une demande de signature nomme au moins un signataire, chacun une seule "
        "fois : complétez la liste."
    )


class UnknownSignatory(Missing):
    """The request has no such signatory. Cure: choose one of those it names."""

    code = "unknown_signatory"
    template = "« ${who} » n'est pas parmi les signataires de ce document."


class UnknownRequest(Missing):
    """There is no such request on this matter. Cure: reload the page."""

    code = "unknown_signature_request"
    template = "Cette demande de signature n'existe pas : rechargez la page."


class RequestFinished(RuleRefused):
    """The request was signed, refused or cancelled. Cure: make a new request."""

    code = "signature_finished"
    template = (
        "La demande de signature de « ${title} » est terminée (${state}) : faites une "
        "nouvelle demande si le document doit encore être signé."
    )


class NotYourTurn(RuleRefused):
    """Somebody else signs first. Cure: wait, or ask for a substitution."""

    code = "signature_not_your_turn"
    template = (
        "« ${who} » signe après « ${before} » : attendez cette signature, ou faites "
        "remplacer la personne empêchée."
    )


class AlreadySigned(Conflict):
    """The signatory has signed already. Cure: none is needed."""

    code = "signature_already_given"
    template = "« ${who} » a déjà signé ce document."


class ReasonMissing(InvalidInput):
    """A refusal or a substitution says why. Cure: write the reason."""

    code = "signature_reason_missing"
    template = "Indiquez le motif : il est conservé avec le document."


class SubstitutionPeriod(InvalidInput):
    """A substitution ends before it starts. Cure: correct the days."""

    code = "substitution_period"
    template = "Le remplacement finirait le ${ends}, avant de commencer le ${starts}."


class SubstituteSigns(InvalidInput):
    """The substitute signs this document already, or is the person replaced.

    Cure: choose somebody else.
    """

    code = "substitute_signs_already"
    template = (
        "« ${who} » signe déjà ce document : une même personne ne signe pas deux fois."
    )


class MayNotSign(NotAllowed):
    """The account is not that of the person whose turn it is.

    Cure: the person signs with their own account.
    """

    code = "may_not_sign"
    template = (
        "Seul le compte de « ${who} » peut signer à cette place : la personne signe "
        "elle-même, ou se fait remplacer."
    )


class AdapterNotReady(RuleRefused):
    """The way to sign is not set up on this server. Cure: stands in the reasons."""

    code = "signature_adapter_not_ready"
    template = "Ce mode de signature n'est pas prêt sur ce serveur."


class UnknownAdapter(InvalidInput):
    """No way to sign has that name. Cure: use one of those listed."""

    code = "unknown_signature_adapter"
    template = (
        "Le mode de signature « ${name} » n'existe pas ; possibles : ${expected}."
    )


class NotAPdf(InvalidInput):
    """What came back is no PDF. Cure: scan or save the document as PDF."""

    code = "signature_not_a_pdf"
    template = "Le fichier joint n'est pas un PDF : joignez le document signé en PDF."


class CallbackRefused(NotAllowed):
    """A provider's message is not authentic, too old, or was played again.

    Cure: sign the message anew, with a new nonce and the time of now.
    """

    code = "signature_callback_refused"
    template = "Message refusé : ${problem}."


class CallbackReplayed(Conflict):
    """A nonce was used before. Cure: sign the message anew with a new one."""

    code = "signature_callback_replayed"
    template = "Message refusé : ce message a déjà été reçu."
