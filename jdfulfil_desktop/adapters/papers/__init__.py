"""PDF files of others: read, split and bound by PDFium."""
