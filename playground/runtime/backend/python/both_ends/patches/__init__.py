"""Changes to libraries, so that unedited code runs without threads, sockets or cffi. Each file is one change."""
