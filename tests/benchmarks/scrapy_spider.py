"""A Scrapy spider that stores the bodies in files: `scrapy_spider.py SEEDS DATA`.

Scrapy's own defaults (eight requests at a time to a host), with robots.txt obeyed as ours does.
Run by the environment that `tests/benchmarks/requirements.txt` makes.
"""

import sys
from pathlib import Path

import scrapy
from scrapy.crawler import CrawlerProcess

SEEDS, DATA = Path(sys.argv[1]), Path(sys.argv[2])


class Bodies(scrapy.Spider):
    """Stores each body under the last part of its address."""

    name = "bodies"

    async def start(self):
        for address in SEEDS.read_text().split():
            yield scrapy.Request(address)

    def parse(self, response):
        (DATA / response.url.rpartition("/")[2]).write_bytes(response.body)


DATA.mkdir(parents=True)
process = CrawlerProcess(
    {
        "LOG_LEVEL": "ERROR",
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
        "TELNETCONSOLE_ENABLED": False,
    }
)
process.crawl(Bodies)
process.start()
