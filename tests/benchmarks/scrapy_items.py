"""Scrapy from HTML files to items, a JSON feed and SQLite: `scrapy_items.py FOLDER OUT`.

The selectors are those of the parsel reader in `reading.py`, written for the one making of these
pages; feed and pipeline are as Scrapy's manual shows them. No checks, evidence or list of changes.
"""

import json
import sqlite3
import sys
from pathlib import Path

import scrapy
from scrapy.crawler import CrawlerProcess

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.reading import FIELDS, selectors

FOLDER, OUT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()


class Pages(scrapy.Spider):
    """An item for each page."""

    name = "pages"
    read = staticmethod(selectors())

    async def start(self):
        for path in FOLDER.rglob("*.html"):
            yield scrapy.Request(path.as_uri())

    def parse(self, response):
        yield self.read(response.body)


class Database:
    """Writes items to SQLite, lists as JSON."""

    def open_spider(self):
        self.connection = sqlite3.connect(OUT / "items.db")
        self.connection.execute(f"CREATE TABLE items ({', '.join(FIELDS)})")

    def process_item(self, item):
        values = (item.get(name) for name in FIELDS)
        row = [json.dumps(value) if isinstance(value, list) else value for value in values]
        marks = ", ".join("?" * len(FIELDS))
        self.connection.execute(f"INSERT INTO items VALUES ({marks})", row)
        return item

    def close_spider(self):
        self.connection.commit()
        self.connection.close()


OUT.mkdir(parents=True)
process = CrawlerProcess(
    {
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "FEEDS": {(OUT / "items.json").as_uri(): {"format": "json"}},
        "ITEM_PIPELINES": {Database: 300},
    }
)
process.crawl(Pages)
process.start()
