"""Messages of contact forms on their way: to the mail room, and out of the site."""
