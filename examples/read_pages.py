"""Read saved pages: python3 read_pages.py PAGE.html …"""

import sys

import eduscol

for name in sys.argv[1:]:
    parsed = eduscol.parse_file(name)
    if parsed.refusal:
        print(f"{name}: {parsed.refusal.reason}: {parsed.refusal.detail}")
    for record in parsed.records:
        print(record.id, record.code, record.level, len(parsed.issues), "issues", sep="; ")
