"""From checkpoints to the files that the page opens, and back."""
