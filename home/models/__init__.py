from home.models.content import ContentPage
from home.models.home import ChosenWork, HomePage

__all__ = ["ChosenWork", "ContentPage", "HomePage"]
