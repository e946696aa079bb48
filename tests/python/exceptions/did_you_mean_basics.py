"""The objects that the programs did_you_mean_*.py misspell."""
from _did_you_mean import scopes

scopes()
