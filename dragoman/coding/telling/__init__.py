"""What tense, negation and governing words make of an event."""
