"""``@exchange-files``: where a peer fetches the files of the messages sent to it."""
