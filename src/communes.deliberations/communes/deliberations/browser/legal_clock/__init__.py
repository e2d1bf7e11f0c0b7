"""The legal clock as people read it: on a meeting and on the dashboard."""
