"""Readers and writers of workbooks and delimited files."""
