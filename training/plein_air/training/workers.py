"""The processes that share a training: one, or as many as torchrun starts on one machine or several."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
import torch.distributed as distributed
import torch.nn as nn
from torch.nn.parallel import DistributedDataParallel

LONGEST_WAIT = timedelta(hours=2)  # for another worker: while one of them evaluates, the others do nothing


@dataclass(frozen=True)
class Workers:
    """What one of them knows of all: its rank, how many they are, and its device."""

    rank: int
    count: int
    device: torch.device

    @property
    def leads(self) -> bool:
        """Whether this one writes files and speaks."""
        return self.rank == 0

    def share(self, batch: int) -> range:
        """The places of the whole batch, 0 .. batch - 1, that are this worker's.

        Raises ValueError if the workers cannot have equal shares: their gradients would not weigh the same.
        """
        if batch % self.count:
            raise ValueError(f"a batch of {batch} cannot be shared by {self.count} workers: choose a multiple of {self.count}")
        each = batch // self.count
        return range(self.rank * each, (self.rank + 1) * each)

    def wrap(self, module: nn.Module) -> nn.Module:
        """The module, whose gradients are then means over all workers (Li et al., "PyTorch Distributed", VLDB 2020)."""
        if self.count == 1:
            return module
        ids = [self.device.index] if self.device.type == "cuda" else None
        return DistributedDataParallel(module, device_ids=ids)

    def sum(self, tensor: torch.Tensor) -> torch.Tensor:
        """The sum over all workers, in place: codebook statistics, counts. Nothing happens if there is only one."""
        if self.count > 1:
            distributed.all_reduce(tensor)
        return tensor

    def mean(self, tensor: torch.Tensor) -> torch.Tensor:
        """The mean over all workers, in place."""
        return self.sum(tensor).div_(self.count)

    def agree(self, flag: bool) -> bool:
        """What the leading worker says, on every worker."""
        if self.count == 1:
            return flag
        said = torch.tensor(int(flag), device=self.device)
        distributed.broadcast(said, 0)
        return bool(said)

    def any(self, flag: bool) -> bool:
        """Whether one of them says so."""
        if self.count == 1:
            return flag
        return bool(self.sum(torch.tensor(int(flag), device=self.device)))

    def wait(self) -> None:
        """Until all workers have come here."""
        if self.count > 1:
            distributed.barrier()

    def gather(self, tensor: torch.Tensor) -> torch.Tensor:
        """Tensors [n, ...] of all workers, of equal shape, in the order of ranks -> [count * n, ...]."""
        if self.count == 1:
            return tensor
        parts = [torch.empty_like(tensor) for _ in range(self.count)]
        distributed.all_gather(parts, tensor.contiguous())
        return torch.cat(parts)


@contextmanager
def join_workers(threads: int = 0) -> Iterator[Workers]:
    """Joins the others if torchrun started this process (its environment says so), and leaves them at the end.

    A GPU each where there are any, else CPUs over gloo. threads: of each; 0: its part of the machine's cores.
    """
    count, rank = int(os.environ.get("WORLD_SIZE", 1)), int(os.environ.get("RANK", 0))
    on_gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if on_gpu else torch.device("cpu")
    if on_gpu:
        torch.cuda.set_device(device)
    here = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
    if threads or here > 1:
        torch.set_num_threads(threads or max(1, (os.cpu_count() or 1) // here))
    if count > 1:
        distributed.init_process_group("nccl" if on_gpu else "gloo", timeout=LONGEST_WAIT)
    try:
        yield Workers(rank, count, device)
    finally:
        if count > 1:
            distributed.destroy_process_group()
