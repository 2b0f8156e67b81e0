"""All stages of a training, one after the other: what they cost on this machine, and what is left to do."""
