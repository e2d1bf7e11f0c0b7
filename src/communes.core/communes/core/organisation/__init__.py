"""Who the administration is: its services, its people and the mandates they hold."""
