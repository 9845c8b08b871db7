"""Keep App Secrets and tokens: in the system's keyring, else in an encrypted file."""
