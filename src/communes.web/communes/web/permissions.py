"""The titles of the solution's permissions, as Zope's security knows them."""

#: Write pages, folders, albums and forms.
EDIT = "communes.web: Edit"
#: Ask that something be published, or take it back.
PROPOSE = "communes.web: Propose"
#: Publish, plan, hide and archive.
PUBLISH = "communes.web: Publish"
MANAGE_DIRECTORY = "communes.web: Manage directory"
MANAGE_AGENDA = "communes.web: Manage agenda"
MANAGE_NEWS = "communes.web: Manage news"
MANAGE_NEWSLETTER = "communes.web: Manage newsletter"
#: Read what of a directory entry is not for everybody.
VIEW_PRIVATE = "communes.web: View private data"
#: Looks, menus, sub-sites, alerts, local managers, sections of raw HTML.
MANAGE_SITE = "communes.web: Manage site"
