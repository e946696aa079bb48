"""memviz: the objects of a Python program, their sizes and what refers to what.

    measure   what one object is: identity, type, size, number of references
    graph     all objects that can be reached from one
    report    tables for the terminal
    dot       the graph in the language of Graphviz
    target    finding the object that the user means
"""
from memviz.graph import Edge, Graph, walk
from memviz.measure import Measurement, deep_size, measure

__all__ = ["Edge", "Graph", "Measurement", "deep_size", "measure", "walk"]
