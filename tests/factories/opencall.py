from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from opencall.models import CallFacts, OpenCallPage
from tests.factories.home import HomePageFactory
from tests.factories.tree import TreePageFactory


class CallFactsFactory(DjangoModelFactory):
    """The facts of a call that is open and ends in a month."""

    festival = "Data Fest 2020"
    opens_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=30))
    closes_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    contact_email = "datafest@mlart.org"
    profile_form_url = "https://forms.gle/sd2Qd3cLTNPKLMw29"

    class Meta:
        model = CallFacts


class OpenCallPageFactory(TreePageFactory):
    """The announcement of an open call."""

    title = factory.Sequence(lambda n: f"Открытый конкурс {n + 1}")
    slug = factory.Sequence(lambda n: f"open-call-{n + 1}")
    facts = factory.SubFactory(CallFactsFactory)
    announcement = "<p>Приём заявок до 1 августа: datafest@mlart.org</p>"

    class Meta:
        model = OpenCallPage

    @classmethod
    def usual_parent(cls):
        return HomePageFactory.first_or_new()
