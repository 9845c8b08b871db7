"""Tables, unit of work, repositories, page queries and migrations."""
