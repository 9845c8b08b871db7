"""Care for the data as a whole: copies and their way back, open files, a way out without data."""
