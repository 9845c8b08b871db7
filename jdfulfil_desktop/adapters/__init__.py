"""How the outside is spoken to: database, gateway, workbooks, secrets, system."""
