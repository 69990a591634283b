"""Writes the database: news articles and claims in, attributed statements out."""
