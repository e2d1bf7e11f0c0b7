"""The pages of the deliberations; each calls the door and shows what it answers."""
