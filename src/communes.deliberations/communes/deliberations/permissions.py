"""The titles of the solution's permissions, as Zope's security knows them."""

ADD_ASSEMBLY = "communes.deliberations: Add assembly"
ADD_ITEM = "communes.deliberations: Add item"
ADD_MEETING = "communes.deliberations: Add meeting"

#: Settings of an assembly: validation levels, order of the agenda, wording.
MANAGE_ASSEMBLY = "communes.deliberations: Manage assembly"
#: Agenda, attendance, documents and states of a meeting.
MANAGE_MEETING = "communes.deliberations: Manage meeting"

#: Send an item to the next level of its service, or take it back.
PROPOSE_ITEM = "communes.deliberations: Propose item"
#: Decide, for one level of the service, that an item may go on.
VALIDATE_ITEM = "communes.deliberations: Validate item"
#: Bring an item on an agenda, take it off, send it back to its service.
PRESENT_ITEM = "communes.deliberations: Present item"
#: Give an item the outcome of the meeting.
DECIDE_ITEM = "communes.deliberations: Decide item"
ENCODE_VOTES = "communes.deliberations: Encode votes"
#: Write the templates of an assembly's items, and retire them.
MANAGE_TEMPLATES = "communes.deliberations: Manage item templates"
#: Write what an item costs, where only the finance service knows.
EDIT_BUDGET = "communes.deliberations: Edit budget impact"

#: Read what a closed session dealt with, where the assembly keeps it restricted.
VIEW_CLOSED_ITEMS = "communes.deliberations: View closed items"
#: Read the notes the service and the secretariat keep for themselves.
VIEW_INTERNAL_NOTES = "communes.deliberations: View internal notes"

#: Ask an advice on an item, ask it again, change its delay, take the question back.
ADD_ADVICE = "communes.deliberations: Add advice"
#: Write an advice and give it; held by the advising service while it is its turn.
GIVE_ADVICE = "communes.deliberations: Give advice"
