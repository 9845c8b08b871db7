"""Clock, places on disk and the single running instance."""
