"""This PC: its clock, its folders, its log, one program at a time, the browser."""
