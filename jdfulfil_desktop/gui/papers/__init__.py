"""Labels and papers with barcodes, for PDF files and printers; everything is drawn as vectors."""
