"""Mask secrets in addresses: user names, passwords, and values of parameters that name a key.

An address may be part of another, percent-encoded. In doubt, a text is masked.
"""

import re

MASK = "***"
_USER = re.compile(
    r"(?P<scheme>\b[a-z][a-z0-9+.-]{0,20}(?:://|%3a%2f%2f)|(?<![\w:/])//)[^\s/?#]*(?:@|%40)",
    re.IGNORECASE,
)
# As in `--allow-host me:secret@host`, where no scheme is expected.
_USER_ALONE = re.compile(r"(?<![\w/.:@-])[\w.+-]{1,100}:[^\s/@:]{1,200}@(?=[\w.-])")
_KEY = re.compile(
    r"(?P<name>(?:[?&;#]|%(?:3f|26|3b|23))(?:[^\s=&;#]{0,40}"
    r"(?:key|token|secret|pass|pwd|sig|auth|credential|session|sessid|jwt|user|login)"
    r"[^\s=&;#]{0,40}(?:=|%3d)|sid(?:=|%3d)(?=[0-9a-z]{16})))"  # a short sid numbers a page
    r"[^\s&#]*[^\s&#:;,.)]",
    re.IGNORECASE,
)
# Without one of these signs, no pattern above fits.
_SIGN = re.compile("[@=%]")


def masked(text: str) -> str:
    """Return `text` with the secrets of every address in it replaced by `***`."""
    if not _SIGN.search(text):
        return text
    text = _USER_ALONE.sub(f"{MASK}@", _USER.sub(rf"\g<scheme>{MASK}@", text))
    return _KEY.sub(rf"\g<name>{MASK}", text)
