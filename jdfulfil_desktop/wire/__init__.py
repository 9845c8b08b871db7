"""JD's open platform as pure functions: signing, envelopes, field names, codes and times.

Nothing here reads a clock, a socket or a file: bytes and moments come in, values go out.
"""
