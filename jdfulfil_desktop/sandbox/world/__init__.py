"""What the practice gateway holds as "JD"."""
