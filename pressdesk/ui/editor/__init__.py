"""The body editor: a release's blocks written as on paper."""
