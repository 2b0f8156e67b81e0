"""The networks, how they are sampled, and their checkpoints."""
