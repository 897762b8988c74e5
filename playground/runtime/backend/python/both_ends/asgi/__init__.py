"""What uvicorn does: requests and the lifespan of an ASGI app (https://asgi.readthedocs.io/en/latest/specs/)."""
