"""``@deliberations-settings``: the settings of an assembly."""
