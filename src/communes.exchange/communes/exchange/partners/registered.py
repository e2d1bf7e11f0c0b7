"""The partners this machine can speak to; a new one is a folder and its ZCML."""

from communes.exchange.partners.backoffice.connector import BackOffice
from communes.exchange.partners.demo import DemoPartner


BACK_OFFICE = BackOffice()
DEMO = DemoPartner()
