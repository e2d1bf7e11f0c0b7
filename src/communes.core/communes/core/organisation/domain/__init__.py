"""Services, people and mandates as plain values, and who is in office on a day."""

from communes.core.organisation.domain.mandate import in_office
from communes.core.organisation.domain.mandate import Mandate
from communes.core.organisation.domain.model import Membership
from communes.core.organisation.domain.model import Organisation
from communes.core.organisation.domain.model import Person
from communes.core.organisation.domain.model import Service
from communes.core.organisation.domain.names import group_id
from communes.core.organisation.domain.reader import read_organisation


__all__ = [
    "Mandate",
    "Membership",
    "Organisation",
    "Person",
    "Service",
    "group_id",
    "in_office",
    "read_organisation",
]
