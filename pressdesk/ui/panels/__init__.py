"""The side panels: people, photos, details. Each shows a part of the release and changes it."""
