"""The preview: the exporter's own page, kept in step with typing."""
