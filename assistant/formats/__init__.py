"""OKR sets and briefs in and out: Markdown, JSON, YAML, and the terminal."""
