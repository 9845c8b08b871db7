"""Codes to words in Indonesian, English and Chinese, without Qt."""
