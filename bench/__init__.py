"""How fast and how large: each run prints commit, versions and machine beside its figures."""
