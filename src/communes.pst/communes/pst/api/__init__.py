"""The public door of the programme: what can be done, one module per subject."""

from communes.pst.api.element import create_element
from communes.pst.api.element import delete_element
from communes.pst.api.element import edit_element
from communes.pst.api.moving import move_element
from communes.pst.api.moving import put_element
from communes.pst.api.plan import create_plan
from communes.pst.api.plan import edit_plan
from communes.pst.api.plan import plan
from communes.pst.api.plan import plans
from communes.pst.api.transition import do_transition
from communes.pst.api.transition import transitions


__all__ = [
    "create_element",
    "create_plan",
    "delete_element",
    "do_transition",
    "edit_element",
    "edit_plan",
    "move_element",
    "plan",
    "plans",
    "put_element",
    "transitions",
]
