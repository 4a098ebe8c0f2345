"""A door: the record in a browser, and over HTTP for programs."""
