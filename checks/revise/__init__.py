"""Revised papers: what still holds, and what follows in place of what does not."""
