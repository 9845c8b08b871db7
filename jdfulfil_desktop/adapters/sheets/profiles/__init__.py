"""One module for each marketplace's export layout."""
