"""What ends a run: two methods that contradict each other."""

from __future__ import annotations


class DisagreementError(BaseException):
    """Two methods contradict each other: one prover at least is wrong.

    No ``Exception``, so that nothing that guards against provers that fail keeps it from
    ending the run.
    """
