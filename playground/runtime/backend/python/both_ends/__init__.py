"""The Python half of the backend worker: the learner's FastAPI app, loaded, served and watched.

Plain Python without a word of JavaScript, so the same files run and are tested on CPython.
"""
