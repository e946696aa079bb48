"""codeview: the bytecode of a function, explained.

    target      finding the code: a file, a function in it, a text
    analysis    instructions with their stack depths; basic blocks
    meaning     what each opcode does, in words
    text        source and instructions side by side
    page        the same as a page of HTML
    graph       the blocks and jumps, for Graphviz
"""
from codeview.analysis import Block, Listing, Row, analyse

__all__ = ["Block", "Listing", "Row", "analyse"]
