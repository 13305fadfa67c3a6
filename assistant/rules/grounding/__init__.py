"""What a language model adds: numbers, names and markup that nobody wrote."""
