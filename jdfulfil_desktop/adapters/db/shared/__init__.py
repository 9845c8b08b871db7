"""One PostgreSQL database for several PCs: engines, schema, turns, news, moving over."""
