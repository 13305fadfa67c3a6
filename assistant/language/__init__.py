"""Reading bokmål, nynorsk and English: numbers, dates, head verbs, and which language a text is in."""
