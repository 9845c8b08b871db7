"""What is true: identifiers, rules and records, with the standard library only."""
