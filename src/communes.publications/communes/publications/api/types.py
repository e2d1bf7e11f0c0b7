"""The types of the portal, for pages and services that are registered for them."""

from communes.publications.content.institution import IInstitution
from communes.publications.content.institution import KINDS
from communes.publications.content.publication import IPublication


__all__ = ["KINDS", "IInstitution", "IPublication"]
