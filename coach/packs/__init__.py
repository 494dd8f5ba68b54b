"""YAML content packs: models, loading, checking."""
