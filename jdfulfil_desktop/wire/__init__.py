"""JD's envelope, field names, codes and signing as pure functions."""
