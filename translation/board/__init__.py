"""The board: where every text stands in every language, and whose it is.

Apps name their kinds of texts with `kinds.register_kind` in `AppConfig.ready`.
"""
