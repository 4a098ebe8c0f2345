"""Running one function over many things."""
