"""The types agents see: an organisation, its services, its people, their mandates."""
