"""Users of this program: who is signed in, taking turns by PIN, rights (R18)."""
