"""Tell error pages, page types and page templates apart."""
