"""Table models, delegates and the page cache behind every list."""
