"""Mask secrets in addresses: user names, passwords, and values of parameters that name a key."""

import re

MASK = "***"
_USER = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]{0,20}://)[^\s/?#@]*@", re.IGNORECASE)
_KEY = re.compile(
    r"(?P<name>[?&;][^\s=&;#]{0,40}"
    r"(?:key|token|secret|pass|pwd|sig|auth|credential|session|jwt|user|login)[^\s=&;#]{0,40}=)"
    r"[^\s&;#]+",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """Return `text` with the secrets of every address in it replaced by `***`."""
    return _KEY.sub(rf"\g<name>{MASK}", _USER.sub(rf"\g<scheme>{MASK}@", text))
