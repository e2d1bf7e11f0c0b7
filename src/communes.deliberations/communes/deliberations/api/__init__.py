"""The public door of the deliberations: what can be done, one module per subject."""

from communes.core.hardening.giving import MadeFile
from communes.deliberations.api.agenda import agenda
from communes.deliberations.api.agenda import AgendaLine
from communes.deliberations.api.agenda import AgendaView
from communes.deliberations.api.agenda import move_item
from communes.deliberations.api.agenda import Place
from communes.deliberations.api.agenda import place_of
from communes.deliberations.api.agenda import present
from communes.deliberations.api.agenda import sort_agenda
from communes.deliberations.api.agenda import step_item
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.attendance import attendance
from communes.deliberations.api.attendance import remove_passage
from communes.deliberations.api.attendance import remove_withdrawal
from communes.deliberations.api.attendance import set_passage
from communes.deliberations.api.attendance import set_presences
from communes.deliberations.api.attendance import set_replacement
from communes.deliberations.api.attendance import set_withdrawal
from communes.deliberations.api.decision import decide_items
from communes.deliberations.api.decision import Decided
from communes.deliberations.api.deleting import delete
from communes.deliberations.api.document import document_text
from communes.deliberations.api.document import generate_document
from communes.deliberations.api.document import meeting_in_words
from communes.deliberations.api.importing import dry_run
from communes.deliberations.api.importing import import_meeting
from communes.deliberations.api.item import create_item
from communes.deliberations.api.item import edit_item
from communes.deliberations.api.item import find_by_external_id
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.meeting import create_meeting
from communes.deliberations.api.meeting import edit_meeting
from communes.deliberations.api.meeting import meeting_revision
from communes.deliberations.api.meeting import meetings
from communes.deliberations.api.transition import do_transition
from communes.deliberations.api.transition import Transition
from communes.deliberations.api.transition import transitions
from communes.deliberations.api.urgency import declare_urgency
from communes.deliberations.api.vote import encode_public_vote
from communes.deliberations.api.vote import encode_secret_vote
from communes.deliberations.api.vote import remove_vote
from communes.deliberations.api.vote import votes
from communes.deliberations.api.vote import VoteView
from communes.deliberations.api.waiting import Waiting
from communes.deliberations.api.waiting import waiting


__all__ = [
    "AgendaLine",
    "AgendaView",
    "Decided",
    "MadeFile",
    "Place",
    "Transition",
    "VoteView",
    "Waiting",
    "agenda",
    "assemblies",
    "assembly",
    "assembly_settings",
    "attendance",
    "create_item",
    "create_meeting",
    "decide_items",
    "declare_urgency",
    "delete",
    "do_transition",
    "document_text",
    "dry_run",
    "edit_item",
    "edit_meeting",
    "encode_public_vote",
    "encode_secret_vote",
    "find_by_external_id",
    "generate_document",
    "import_meeting",
    "item_revision",
    "meeting_in_words",
    "meeting_revision",
    "meetings",
    "move_item",
    "place_of",
    "present",
    "remove_passage",
    "remove_vote",
    "remove_withdrawal",
    "set_passage",
    "set_presences",
    "set_replacement",
    "set_withdrawal",
    "sort_agenda",
    "step_item",
    "transitions",
    "votes",
    "waiting",
]
