"""Which events a document tells, and who acts on whom."""
