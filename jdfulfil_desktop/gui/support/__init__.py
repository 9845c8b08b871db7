"""Help for who is helped from afar: what a checkup finds, and reports of crashes."""
