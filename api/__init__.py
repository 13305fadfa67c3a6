"""The service: the assistant over HTTP, on one's own machine."""
