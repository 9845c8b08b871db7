"""Map rows to domain records and back, one module a document."""
