"""The types that pass between rooms: frozen, validated, and JSON by nature."""
