"""What an editor has to mend: links, orphans, words for pictures."""
