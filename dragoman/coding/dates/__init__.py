"""When the events of a text happened."""
