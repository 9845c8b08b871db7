"""The practice gateway: its own signing, its own state, login page and control side."""
