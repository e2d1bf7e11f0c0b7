"""The titles of the solution's permissions, as Zope's security knows them."""

ADD_PLAN = "communes.pst: Add plan"
#: Parts, strategic and operational objectives.
ADD_OBJECTIVE = "communes.pst: Add objective"
#: Actions, sub-actions, and links to them.
ADD_ACTION = "communes.pst: Add action"
ADD_TASK = "communes.pst: Add task"

#: The lists of a plan, its evaluation campaigns, what enters it and leaves it whole.
MANAGE_PLAN = "communes.pst: Manage plan"
#: Say what citizens read of an element, and of a plan.
PUBLISH = "communes.pst: Publish"

MOVE_OBJECTIVE = "communes.pst: Move objective"
MOVE_ACTION = "communes.pst: Move action"
#: Begin a task and say it is done.
MOVE_TASK = "communes.pst: Move task"
#: Give a task to a service, accept that it is done.
GIVE_TASK = "communes.pst: Give task"
