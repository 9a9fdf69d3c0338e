"""Read the proxies of the environment: `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`.

A request by a proxy is resolved and connected by the proxy: that the host is inside a private
network cannot be seen here, and the proxy itself may well be inside one.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from schema.errors import UnusableInput
from schema.secrets import masked

_SCHEMES = ("http", "https", "all")


def proxies_of_environment() -> Iterator[str]:
    """Yield the addresses of the proxies; `UnusableInput` for one that is not of http or https."""
    proxies = getproxies()
    for scheme in _SCHEMES:
        if proxy := proxies.get(scheme):
            address = proxy if "://" in proxy else f"http://{proxy}"
            if urlsplit(address).scheme not in ("http", "https"):
                raise UnusableInput(
                    f"{scheme.upper()}_PROXY: {masked(address)} is not an http(s) address; unset "
                    "it, or name a proxy for HTTP"
                )
            yield address


def proxy_of(url: str) -> str | None:
    """Return the proxy for an address; None for a direct connection."""
    parts, proxies = urlsplit(url), getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
