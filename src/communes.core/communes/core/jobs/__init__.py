"""Work done after a commit and never lost: intents, leased jobs, the worker."""
