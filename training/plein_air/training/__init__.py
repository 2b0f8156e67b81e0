"""What every trainer needs and none of them is: options, runs, checkpoints, optimisers, workers. Knows nothing of the networks."""
