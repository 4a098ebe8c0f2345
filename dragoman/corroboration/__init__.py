"""Which claims tell of one happening, and where they differ."""
