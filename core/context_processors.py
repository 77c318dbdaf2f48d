from core.chrome import Chrome


def chrome(request) -> dict:
    """What surrounds a page that is none of the tree's: errors, plain views."""
    return {"chrome": Chrome(request)}
