"""The learner's database, from outside: what statements they send, what is in it."""
