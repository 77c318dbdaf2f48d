"""The disagreement finder: what one language of a text says and the other does not.

`comparing.compare` is the finder; it knows texts and word pairs alone. `texts` and
`keeping` bring it the live pages and snippets, `views` show what it found.
"""
