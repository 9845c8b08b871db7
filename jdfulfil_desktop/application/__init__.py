"""What can be done: use cases as plain handlers, and the ports they speak to."""
