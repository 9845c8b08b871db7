"""JD's newer platform as pure functions: one path a method, nested JSON, other signatures.

Its codes of errors lie in the one table of `wire.codes`, its times are those of `wire.stamps`.
"""
