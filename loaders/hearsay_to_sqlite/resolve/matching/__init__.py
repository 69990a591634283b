"""Which known claims say what a text says: word and letter-sequence retrieval inside the one file.

Source of the method: BM25 (Robertson and Zaragoza 2009) over stems and over sequences of letters, added after each was
divided by its best possible value. The plugin reads the same tables with the same rules (a test holds them equal).
"""
