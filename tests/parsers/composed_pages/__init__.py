"""Sober mock-up pages composed by chance, with their truth, written without a look at the reader.

A page is drawn by its seed: a diploma or a family of options of the packaged list, a title, orders,
documents, at times sessions, codes, levels, a repeal, predecessors and successors, in one of the
layouts, encodings and surroundings that such pages had. What it states is noted while it is
composed. All texts are ours; names of files, NOR, some RNCP numbers and some days are invented;
each page says that it is a mock-up.

Left out: the BEP (the list has none), the title *Spécialité « X »
de …* above options (their names are silently wrong), a label that is a heading with text of
another matter below it (nobody can tell them apart).
"""
