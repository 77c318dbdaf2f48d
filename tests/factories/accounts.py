import factory
from factory.django import DjangoModelFactory

from accounts.models import User

PASSWORD = "dome-and-sun-1908"


class UserFactory(DjangoModelFactory):
    """Somebody who can sign in with `PASSWORD`; `groups=[…]` are joined."""

    email = factory.Sequence(lambda n: f"person-{n}@example.org")
    first_name = "Вера"
    last_name = factory.Sequence(lambda n: f"Иванова {n}")

    class Meta:
        model = User
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", PASSWORD)
        return model_class.objects.create_user(password=password, **kwargs)

    @factory.post_generation
    def groups(self, create, extracted, **kwargs):
        if create and extracted:
            self.groups.set(extracted)
