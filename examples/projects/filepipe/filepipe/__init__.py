"""filepipe: pipelines over the files of a folder, which do nothing until somebody asks for the next result.

    pipeline  stages joined by |, the heart of it
    sources   where files come from
    filters   which files stay
    stages    what is made of them
    contexts  logging and timing around it all
"""
from filepipe.contexts import Counters, error_log, timed
from filepipe.pipeline import Pipeline, stage
from filepipe.sources import Entry, files, walk

__all__ = ["Counters", "Entry", "Pipeline", "error_log", "files", "stage", "timed", "walk"]
