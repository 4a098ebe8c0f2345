"""Who acts in an event, and on whom."""
