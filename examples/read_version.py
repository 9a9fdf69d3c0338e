"""Print the diplomas that lead to a trade: python3 read_version.py FOLDER WORD"""

import sys

import eduscol

for record in eduscol.open_version(sys.argv[1]):
    for trade in record.trades:
        if sys.argv[2] in trade.masculine:
            print(record.code, record.name, trade.feminine, sep="; ")
