"""What is public, as data: every form of it, for whoever asks, and nothing else."""
