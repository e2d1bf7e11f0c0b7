"""What the organisation tells others."""

from zope.interface import Attribute
from zope.interface.interfaces import IObjectEvent


class IMandateChanged(IObjectEvent):
    """A mandate was given, changed or taken away; ``object`` is the organisation."""

    body = Attribute("Id of the assembly whose members changed.")
    person_id = Attribute("Id of the person whose mandate it is.")
