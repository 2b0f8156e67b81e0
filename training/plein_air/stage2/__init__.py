"""The training of stage 2: examples, known-token masks, the first weights, the loss."""
