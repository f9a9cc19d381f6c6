"""Where obligations are decided: in process, or by workers with budgets and a cache."""
