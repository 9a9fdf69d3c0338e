"""Tabs: the heading of a panel stands apart from it, in a list of tabs."""

from selectolax.lexbor import LexborNode

from schema.text import clean


def tab_titles(root: LexborNode) -> dict[str, str]:
    """Return the title of each tab panel by the panel's id.

    Tabs are elements with `role=tab`, with a tab toggle, or links in a list whose class says
    that it holds tabs.
    """
    titles: dict[str, str] = {}
    selector = "[role=tab],[data-toggle=tab],[data-bs-toggle=tab],[data-toggle=pill]"
    for tab in root.css(f"{selector},ul[class*=tab] a[href],div[class*=tabs] > ul a[href]"):
        attributes = tab.attributes
        target = (
            attributes.get("aria-controls")
            or attributes.get("data-bs-target")
            or attributes.get("data-target")
            or attributes.get("href")
            or ""
        )
        text = clean(tab.text())
        inner = tab.css_first("a[href]")
        if not target and inner is not None:
            target = inner.attributes.get("href") or ""
        if text and target.lstrip("#") and not target.startswith(("http", "/")):
            titles.setdefault(target.lstrip("#"), text)
    panels = root.css("[role=tabpanel][id][aria-labelledby]")
    labels = {node.attributes.get("id"): node for node in root.css("[id]")} if panels else {}
    for panel in panels:
        attributes = panel.attributes
        label = labels.get((attributes["aria-labelledby"] or "").split(" ")[0])
        if label is not None and (text := clean(label.text())):
            titles.setdefault(attributes["id"] or "", text)
    return titles
