"""Labels with reasons: which themes, occupations, places and date a text speaks of, and the words that say so.

Text and vocabulary go in, labels come out; no label without evidence, and none below the threshold.  Nothing
here knows the subject of the bank: every word of it is in the vocabulary that librarians edit.
"""

from build_tools.classify.classifier import Classifier, quoted
from build_tools.classify.merge import labels_for

__all__ = ["Classifier", "labels_for", "quoted"]
