"""Print the diplomas that lead to a trade: python3 read_version.py FOLDER WORD"""

import sys

import eduscol

if len(sys.argv) != 3:
    sys.exit(__doc__)
folder, word = sys.argv[1:]
try:
    for record in eduscol.open_version(folder):
        for trade in record.trades:
            if word in trade.masculine:
                print(record.code, record.name, trade.feminine, sep="; ")
except eduscol.EduscolError as error:
    sys.exit(f"{error}")
