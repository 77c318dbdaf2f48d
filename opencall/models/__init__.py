from opencall.models.call import OpenCallPage
from opencall.models.facts import CallFacts

__all__ = ["CallFacts", "OpenCallPage"]
