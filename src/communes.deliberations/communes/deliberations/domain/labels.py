"""What an agent reads for each state, and on the button of each step."""

from collections.abc import Mapping
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import MeetingState
from communes.deliberations.domain.states import MeetingTransition
from types import MappingProxyType


ITEM_STATE_LABELS: Mapping[ItemState, str] = MappingProxyType(
    {
        ItemState.ITEMCREATED: "En création",
        ItemState.PROPOSED: "Proposé",
        ItemState.PREVALIDATED: "Prévalidé",
        ItemState.LEVEL_1: "Proposé au N+1",
        ItemState.LEVEL_2: "Proposé au N+2",
        ItemState.LEVEL_3: "Proposé au N+3",
        ItemState.LEVEL_4: "Proposé au N+4",
        ItemState.LEVEL_5: "Proposé au N+5",
        ItemState.VALIDATED: "Validé",
        ItemState.PRESENTED: "Présenté",
        ItemState.ITEMFROZEN: "Gelé",
        ItemState.ITEMPUBLISHED: "Publié",
        ItemState.ITEMDECIDED: "En rédaction du PV",
        ItemState.RETURNED: "À corriger",
        ItemState.WAITING_ADVICES: "En attente des avis",
        ItemState.ACCEPTED: "Accepté",
        ItemState.ACCEPTED_BUT_MODIFIED: "Accepté avec modifications",
        ItemState.PRE_ACCEPTED: "Accepté provisoirement",
        ItemState.REFUSED: "Refusé",
        ItemState.DELAYED: "Reporté",
        ItemState.POSTPONED: "Reporté à la prochaine séance",
        ItemState.REMOVED: "Retiré",
        ItemState.NOT_APPLICABLE: "Sans objet",
        ItemState.ACCEPTED_OUT_OF_MEETING: "Accepté hors séance",
        ItemState.ACCEPTED_OUT_OF_MEETING_EMERGENCY: "Accepté hors séance en urgence",
        ItemState.TRANSFERED: "Transféré",
    }
)

ITEM_TRANSITION_LABELS: Mapping[ItemTransition, str] = MappingProxyType(
    {
        ItemTransition.PROPOSE: "Proposer",
        ItemTransition.PREVALIDATE: "Prévalider",
        ItemTransition.PROPOSE_LEVEL_1: "Proposer au N+1",
        ItemTransition.PROPOSE_LEVEL_2: "Proposer au N+2",
        ItemTransition.PROPOSE_LEVEL_3: "Proposer au N+3",
        ItemTransition.PROPOSE_LEVEL_4: "Proposer au N+4",
        ItemTransition.PROPOSE_LEVEL_5: "Proposer au N+5",
        ItemTransition.VALIDATE: "Valider",
        ItemTransition.PRESENT: "Présenter à une séance",
        ItemTransition.ITEMFREEZE: "Geler",
        ItemTransition.ITEMPUBLISH: "Publier",
        ItemTransition.ITEMDECIDE: "Mettre en rédaction du PV",
        ItemTransition.ACCEPT: "Accepter",
        ItemTransition.ACCEPT_BUT_MODIFY: "Accepter avec modifications",
        ItemTransition.PRE_ACCEPT: "Accepter provisoirement",
        ItemTransition.REFUSE: "Refuser",
        ItemTransition.DELAY: "Reporter",
        ItemTransition.POSTPONE: "Reporter à la prochaine séance",
        ItemTransition.REMOVE: "Retirer",
        ItemTransition.MARK_NOT_APPLICABLE: "Déclarer sans objet",
        ItemTransition.ACCEPT_OUT_OF_MEETING: "Accepter hors séance",
        ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY: (
            "Accepter hors séance en urgence"
        ),
        ItemTransition.TRANSFER: "Transférer à l'autre assemblée",
        ItemTransition.BACK_FROM_OUT_OF_MEETING: "Remettre à validé",
        ItemTransition.BACK_FROM_OUT_OF_MEETING_EMERGENCY: "Remettre à validé",
        ItemTransition.BACK_FROM_TRANSFERED: "Remettre à validé",
        ItemTransition.RETURN: "Renvoyer au service pour correction",
        ItemTransition.BACK_TO_PRESENTED_FROM_RETURNED: "Renvoyer aux gestionnaires",
        ItemTransition.BACK_TO_FROZEN_FROM_RETURNED: "Renvoyer aux gestionnaires",
        ItemTransition.BACK_TO_PUBLISHED_FROM_RETURNED: "Renvoyer aux gestionnaires",
        ItemTransition.BACK_TO_DECIDED_FROM_RETURNED: "Renvoyer aux gestionnaires",
        ItemTransition.WAIT_ADVICES: "Mettre en attente des avis",
        ItemTransition.BACK_TO_CREATED_FROM_WAITING: "Reprendre en création",
        ItemTransition.BACK_TO_PROPOSED_FROM_WAITING: "Reprendre à proposé",
        ItemTransition.BACK_TO_PREVALIDATED_FROM_WAITING: "Reprendre à prévalidé",
        ItemTransition.BACK_TO_LEVEL_1_FROM_WAITING: "Reprendre au N+1",
        ItemTransition.BACK_TO_LEVEL_2_FROM_WAITING: "Reprendre au N+2",
        ItemTransition.BACK_TO_LEVEL_3_FROM_WAITING: "Reprendre au N+3",
        ItemTransition.BACK_TO_LEVEL_4_FROM_WAITING: "Reprendre au N+4",
        ItemTransition.BACK_TO_LEVEL_5_FROM_WAITING: "Reprendre au N+5",
        ItemTransition.BACK_TO_CREATED: "Remettre en création",
        ItemTransition.BACK_TO_PROPOSED: "Remettre à proposé",
        ItemTransition.BACK_TO_PREVALIDATED: "Remettre à prévalidé",
        ItemTransition.BACK_TO_LEVEL_1: "Remettre au N+1",
        ItemTransition.BACK_TO_LEVEL_2: "Remettre au N+2",
        ItemTransition.BACK_TO_LEVEL_3: "Remettre au N+3",
        ItemTransition.BACK_TO_LEVEL_4: "Remettre au N+4",
        ItemTransition.BACK_TO_LEVEL_5: "Remettre au N+5",
        ItemTransition.BACK_TO_VALIDATED: "Remettre à validé",
        ItemTransition.BACK_TO_PRESENTED: "Remettre à présenté",
        ItemTransition.BACK_TO_FROZEN: "Remettre à gelé",
        ItemTransition.BACK_TO_PUBLISHED: "Remettre à publié",
        ItemTransition.BACK_TO_DECIDED: "Remettre en rédaction du PV",
    }
)

MEETING_STATE_LABELS: Mapping[MeetingState, str] = MappingProxyType(
    {
        MeetingState.CREATED: "En création",
        MeetingState.FROZEN: "Gelée",
        MeetingState.PUBLISHED: "Publiée",
        MeetingState.DECIDED: "En rédaction du PV",
        MeetingState.DECISIONS_PUBLISHED: "Décisions publiées",
        MeetingState.CLOSED: "Clôturée",
    }
)

MEETING_TRANSITION_LABELS: Mapping[MeetingTransition, str] = MappingProxyType(
    {
        MeetingTransition.FREEZE: "Geler l'ordre du jour",
        MeetingTransition.PUBLISH: "Publier l'ordre du jour",
        MeetingTransition.DECIDE: "Rédiger le PV",
        MeetingTransition.PUBLISH_DECISIONS: "Publier les décisions",
        MeetingTransition.CLOSE: "Clôturer",
        MeetingTransition.BACK_TO_CREATED: "Remettre en création",
        MeetingTransition.BACK_TO_FROZEN: "Remettre à gelée",
        MeetingTransition.BACK_TO_PUBLISHED: "Remettre à publiée",
        MeetingTransition.BACK_TO_DECIDED: "Remettre en rédaction du PV",
        MeetingTransition.BACK_TO_DECISIONS_PUBLISHED: "Remettre à décisions publiées",
    }
)
