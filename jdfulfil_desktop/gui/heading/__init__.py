"""What hangs below the window's header: notifications, hits of the search, the user's menu."""
