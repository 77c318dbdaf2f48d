"""How much the disagreement finder finds, and how much of it is no difference."""
