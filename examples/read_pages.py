"""Read saved pages: python3 read_pages.py PAGE.html …"""

import sys

import eduscol

if len(sys.argv) < 2:
    sys.exit(__doc__)
for name in sys.argv[1:]:
    try:
        parsed = eduscol.parse_file(name)
    except eduscol.EduscolError as error:
        sys.exit(f"{error}")
    if parsed.refusal:
        print(f"{name}: {parsed.refusal.reason}: {parsed.refusal.detail}")
    for record in parsed.records:
        print(record.id, record.code, record.level, len(parsed.issues), "issues", sep="; ")
