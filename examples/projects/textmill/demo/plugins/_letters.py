"""Shared by the plug-ins beside it; the underscore says that it is none itself."""
VOWELS = frozenset("aeiou")
