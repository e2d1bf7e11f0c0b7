"""The titles of the solution's permissions, as Zope's security knows them."""

ADD_INSTITUTION = "communes.publications: Add institution"
#: Look at what arrived, let it through, take it back.
MANAGE_DECISIONS = "communes.publications: Manage decisions"
#: Settings, looks and visibility of one institution.
MANAGE_INSTITUTION = "communes.publications: Manage institution"
#: Make what was published: the messages do, never a person.
RECEIVE = "communes.publications: Receive"
#: Write regulations and notices, and propose them.
ADD_PUBLICATION = "communes.publications: Add publication"
#: Look them over, plan and publish them.
VALIDATE_PUBLICATION = "communes.publications: Validate publication"
#: Archive and take back what was published.
WITHDRAW_PUBLICATION = "communes.publications: Withdraw publication"
#: What is planned, late or waits, over the whole portal.
VIEW_STATUS = "communes.publications: View status"
