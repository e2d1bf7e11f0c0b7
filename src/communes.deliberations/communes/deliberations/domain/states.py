"""The states and steps of an item and of a meeting, under the ids the field knows.

The ids are those of the trade (imports and integrators send them); the labels are
what an agent reads. The workflow definitions are compared with these lists.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class ItemState(StrEnum):
    """Where an item stands, from the first draft to the decision."""

    ITEMCREATED = "itemcreated"
    PROPOSED = "proposed"
    PREVALIDATED = "prevalidated"
    LEVEL_1 = "proposedToValidationLevel1"
    LEVEL_2 = "proposedToValidationLevel2"
    LEVEL_3 = "proposedToValidationLevel3"
    LEVEL_4 = "proposedToValidationLevel4"
    LEVEL_5 = "proposedToValidationLevel5"
    VALIDATED = "validated"
    PRESENTED = "presented"
    ITEMFROZEN = "itemfrozen"
    ITEMPUBLISHED = "itempublished"
    ITEMDECIDED = "itemdecided"
    RETURNED = "returned_to_proposing_group"
    WAITING_ADVICES = "waiting_advices"
    ACCEPTED = "accepted"
    ACCEPTED_BUT_MODIFIED = "accepted_but_modified"
    PRE_ACCEPTED = "pre_accepted"
    REFUSED = "refused"
    DELAYED = "delayed"
    POSTPONED = "postponed_next_meeting"
    REMOVED = "removed"
    NOT_APPLICABLE = "marked_not_applicable"
    ACCEPTED_OUT_OF_MEETING = "accepted_out_of_meeting"
    ACCEPTED_OUT_OF_MEETING_EMERGENCY = "accepted_out_of_meeting_emergency"
    TRANSFERED = "transfered"


class ItemTransition(StrEnum):
    """A step of an item; every forward step has its way back."""

    PROPOSE = "propose"
    PREVALIDATE = "prevalidate"
    PROPOSE_LEVEL_1 = "proposeToValidationLevel1"
    PROPOSE_LEVEL_2 = "proposeToValidationLevel2"
    PROPOSE_LEVEL_3 = "proposeToValidationLevel3"
    PROPOSE_LEVEL_4 = "proposeToValidationLevel4"
    PROPOSE_LEVEL_5 = "proposeToValidationLevel5"
    VALIDATE = "validate"
    PRESENT = "present"
    ITEMFREEZE = "itemfreeze"
    ITEMPUBLISH = "itempublish"
    ITEMDECIDE = "itemdecide"
    ACCEPT = "accept"
    ACCEPT_BUT_MODIFY = "accept_but_modify"
    PRE_ACCEPT = "pre_accept"
    REFUSE = "refuse"
    DELAY = "delay"
    POSTPONE = "postpone_next_meeting"
    REMOVE = "remove"
    MARK_NOT_APPLICABLE = "mark_not_applicable"
    ACCEPT_OUT_OF_MEETING = "accept_out_of_meeting"
    ACCEPT_OUT_OF_MEETING_EMERGENCY = "accept_out_of_meeting_emergency"
    TRANSFER = "transfer"
    BACK_FROM_OUT_OF_MEETING = "backToValidatedFromAcceptedOutOfMeeting"
    BACK_FROM_OUT_OF_MEETING_EMERGENCY = (
        "backToValidatedFromAcceptedOutOfMeetingEmergency"
    )
    BACK_FROM_TRANSFERED = "backToValidatedFromTransfered"
    RETURN = "return_to_proposing_group"
    BACK_TO_PRESENTED_FROM_RETURNED = (
        "backTo_presented_from_returned_to_proposing_group"
    )
    BACK_TO_FROZEN_FROM_RETURNED = "backTo_itemfrozen_from_returned_to_proposing_group"
    BACK_TO_PUBLISHED_FROM_RETURNED = (
        "backTo_itempublished_from_returned_to_proposing_group"
    )
    BACK_TO_DECIDED_FROM_RETURNED = (
        "backTo_itemdecided_from_returned_to_proposing_group"
    )
    WAIT_ADVICES = "wait_advices"
    BACK_TO_CREATED_FROM_WAITING = "backTo_itemcreated_from_waiting_advices"
    BACK_TO_PROPOSED_FROM_WAITING = "backTo_proposed_from_waiting_advices"
    BACK_TO_PREVALIDATED_FROM_WAITING = "backTo_prevalidated_from_waiting_advices"
    BACK_TO_LEVEL_1_FROM_WAITING = (
        "backTo_proposedToValidationLevel1_from_waiting_advices"
    )
    BACK_TO_LEVEL_2_FROM_WAITING = (
        "backTo_proposedToValidationLevel2_from_waiting_advices"
    )
    BACK_TO_LEVEL_3_FROM_WAITING = (
        "backTo_proposedToValidationLevel3_from_waiting_advices"
    )
    BACK_TO_LEVEL_4_FROM_WAITING = (
        "backTo_proposedToValidationLevel4_from_waiting_advices"
    )
    BACK_TO_LEVEL_5_FROM_WAITING = (
        "backTo_proposedToValidationLevel5_from_waiting_advices"
    )
    BACK_TO_CREATED = "backToItemCreated"
    BACK_TO_PROPOSED = "backToProposed"
    BACK_TO_PREVALIDATED = "backToPrevalidated"
    BACK_TO_LEVEL_1 = "backToProposedToValidationLevel1"
    BACK_TO_LEVEL_2 = "backToProposedToValidationLevel2"
    BACK_TO_LEVEL_3 = "backToProposedToValidationLevel3"
    BACK_TO_LEVEL_4 = "backToProposedToValidationLevel4"
    BACK_TO_LEVEL_5 = "backToProposedToValidationLevel5"
    BACK_TO_VALIDATED = "backToValidated"
    BACK_TO_PRESENTED = "backToPresented"
    BACK_TO_FROZEN = "backToItemFrozen"
    BACK_TO_PUBLISHED = "backToItemPublished"
    BACK_TO_DECIDED = "backToItemDecided"


class MeetingState(StrEnum):
    """Where a meeting stands, from the agenda to the closed minutes."""

    CREATED = "created"
    FROZEN = "frozen"
    PUBLISHED = "published"
    DECIDED = "decided"
    DECISIONS_PUBLISHED = "decisions_published"
    CLOSED = "closed"


class MeetingTransition(StrEnum):
    """A step of a meeting."""

    FREEZE = "freeze"
    PUBLISH = "publish"
    DECIDE = "decide"
    PUBLISH_DECISIONS = "publish_decisions"
    CLOSE = "close"
    BACK_TO_CREATED = "backToCreated"
    BACK_TO_FROZEN = "backToFrozen"
    BACK_TO_PUBLISHED = "backToPublished"
    BACK_TO_DECIDED = "backToDecided"
    BACK_TO_DECISIONS_PUBLISHED = "backToDecisionsPublished"


LEVEL_STATES: tuple[ItemState, ...] = (
    ItemState.PROPOSED,
    ItemState.PREVALIDATED,
    ItemState.LEVEL_1,
    ItemState.LEVEL_2,
    ItemState.LEVEL_3,
    ItemState.LEVEL_4,
    ItemState.LEVEL_5,
)

LEVEL_ENTRIES: Mapping[ItemState, ItemTransition] = MappingProxyType(
    dict(
        zip(
            LEVEL_STATES,
            (
                ItemTransition.PROPOSE,
                ItemTransition.PREVALIDATE,
                ItemTransition.PROPOSE_LEVEL_1,
                ItemTransition.PROPOSE_LEVEL_2,
                ItemTransition.PROPOSE_LEVEL_3,
                ItemTransition.PROPOSE_LEVEL_4,
                ItemTransition.PROPOSE_LEVEL_5,
            ),
            strict=True,
        )
    )
)

PREPARATION_STATES = frozenset({ItemState.ITEMCREATED, *LEVEL_STATES})

# An item in the hands of its service; afterwards only the meeting managers write.
EDITABLE_STATES = PREPARATION_STATES | {ItemState.RETURNED}

# On an agenda and still to be decided, in the order a meeting brings them on.
AGENDA_STATES: tuple[ItemState, ...] = (
    ItemState.PRESENTED,
    ItemState.ITEMFROZEN,
    ItemState.ITEMPUBLISHED,
    ItemState.ITEMDECIDED,
)

POSITIVE_STATES = frozenset(
    {ItemState.ACCEPTED, ItemState.ACCEPTED_BUT_MODIFIED, ItemState.PRE_ACCEPTED}
)

# Decided by putting it off: the matter lives on in a copy for a later meeting.
DEFERRED_STATES = frozenset({ItemState.DELAYED, ItemState.POSTPONED})

DECIDED_STATES = (
    POSITIVE_STATES
    | DEFERRED_STATES
    | {ItemState.REFUSED, ItemState.REMOVED, ItemState.NOT_APPLICABLE}
)

# Provisionally accepted still waits for its last word.
FINAL_STATES = DECIDED_STATES - {ItemState.PRE_ACCEPTED}

IN_MEETING_STATES = frozenset(AGENDA_STATES) | DECIDED_STATES | {ItemState.RETURNED}

DECISIONS: Mapping[ItemTransition, ItemState] = MappingProxyType(
    {
        ItemTransition.ACCEPT: ItemState.ACCEPTED,
        ItemTransition.ACCEPT_BUT_MODIFY: ItemState.ACCEPTED_BUT_MODIFIED,
        ItemTransition.PRE_ACCEPT: ItemState.PRE_ACCEPTED,
        ItemTransition.REFUSE: ItemState.REFUSED,
        ItemTransition.DELAY: ItemState.DELAYED,
        ItemTransition.POSTPONE: ItemState.POSTPONED,
        ItemTransition.REMOVE: ItemState.REMOVED,
        ItemTransition.MARK_NOT_APPLICABLE: ItemState.NOT_APPLICABLE,
    }
)

# Decided, or sent on, without standing on an agenda.
OUT_OF_MEETING: Mapping[ItemTransition, ItemState] = MappingProxyType(
    {
        ItemTransition.ACCEPT_OUT_OF_MEETING: ItemState.ACCEPTED_OUT_OF_MEETING,
        ItemTransition.ACCEPT_OUT_OF_MEETING_EMERGENCY: (
            ItemState.ACCEPTED_OUT_OF_MEETING_EMERGENCY
        ),
        ItemTransition.TRANSFER: ItemState.TRANSFERED,
    }
)

# The agenda is fixed: what is presented from here on is late.
LATE_MEETING_STATES = frozenset(
    {MeetingState.FROZEN, MeetingState.PUBLISHED, MeetingState.DECIDED}
)

ACCEPTING_MEETING_STATES = LATE_MEETING_STATES | {MeetingState.CREATED}
