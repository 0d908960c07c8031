"""What is recorded: the register, its ledger, and what follows from it."""
