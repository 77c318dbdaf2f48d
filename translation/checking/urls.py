from django.urls import path

from translation.checking import views

urlpatterns = [
    path("translation/checks/", views.translation_checks, name="translation_checks"),
]
