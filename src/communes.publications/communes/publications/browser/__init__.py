"""The pages of the portal: for citizens, and for those who look after institutions."""
