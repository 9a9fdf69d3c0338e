"""Mask secrets in addresses: user names, passwords, and values of parameters that name a key.

An address may be part of another, percent-encoded. In doubt, a text is masked.
"""

import re

MASK = "***"
_SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]{0,20}(?:://|%3a%2f%2f)|(?<![\w:/])//", re.IGNORECASE)
_HOST_END = re.compile(r"[\s/?#]")
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
    text = _USER_ALONE.sub(f"{MASK}@", _without_users(text))
    return _KEY.sub(rf"\g<name>{MASK}", text)


def _without_users(text: str) -> str:
    """Mask what stands between a scheme and the last `@` before the host's end.

    Each host is looked through once, however many schemes stand in it, percent-encoded.
    """
    result: list[str] = []
    kept = stop = 0  # the end of what was masked, of the host last looked through
    signs: tuple[tuple[int, str], ...] = ()
    for scheme in _SCHEME.finditer(text):
        begin = scheme.end()
        if begin > stop or not signs:
            end = _HOST_END.search(text, begin)
            stop = end.start() if end else len(text)
            signs = tuple((text.rfind(sign, begin, stop), sign) for sign in ("@", "%40"))
        behind = max((at + len(sign) for at, sign in signs if at >= begin), default=0)
        if behind and begin > kept:
            result += [text[kept:begin], f"{MASK}@"]
            kept = behind
    return "".join([*result, text[kept:]])
