"""Keyring, or an encrypted file where there is none."""
