"""The seven pitfalls of OKRs, and what a language model adds: a folder a pitfall, a file a rule."""
