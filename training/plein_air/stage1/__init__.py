"""The training of stage 1: quantizer, losses, discriminator, the two steps, and the data they see."""
