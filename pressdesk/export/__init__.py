"""Export: a release through a template pack to Word, the web, text and Markdown."""
