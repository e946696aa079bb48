"""A chain in Python: names are steps, calls give them options, and all of Python is there to compute them."""
plugins = ["plugins"]
loud = True

chain = [strip, skip_empty, words, unique(ignore_case=True), sort(reverse=True)]
chain += [upper] * loud
