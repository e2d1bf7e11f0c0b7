"""The worker's part of newsletters: lists, sendings, plans and drafts by themselves."""
