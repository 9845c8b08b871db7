"""Master Produk: products, their links to channel SKUs, and their way to JD (R16-R20)."""
