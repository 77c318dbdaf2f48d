"""Addresses of the visitors' search, in each language."""

from django.urls import path

from search.views import search, suggestions

urlpatterns = [
    path("", search, name="search"),
    path("suggest/", suggestions, name="search_suggestions"),
]
