"""What one obligation may cost, and what is said where that is not enough."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """The seconds and the MiB of memory that a worker may spend on one obligation.

    The seconds are those that the worker computes for, whatever else the machine is busy
    with; a worker that neither computes nor answers is given ``patience`` times as long
    by the clock.  The memory is what the worker takes beyond what it begins with.

    >>> Budget(seconds=2).out_of_time
    'out of time: not decided in 2 s; --timeout gives more'
    """

    seconds: float = 60
    memory: int = 2048
    patience: int = 5

    @property
    def out_of_time(self) -> str:
        """What is said of an obligation that takes longer."""
        return f"out of time: not decided in {self.seconds:g} s; --timeout gives more"

    @property
    def out_of_memory(self) -> str:
        """What is said of an obligation that needs more memory."""
        return f"out of memory: not decided in {self.memory} MiB; --memory gives more"
