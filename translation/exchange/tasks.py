from django_tasks import task

from translation.exchange import taking
from translation.models import Delivery


@task()
def take_words(delivery_id: int) -> None:
    """Take the words of a file that somebody has looked through, unless it is gone."""
    delivery = Delivery.objects.filter(pk=delivery_id, finished_at=None).first()
    if delivery is not None:
        taking.take(delivery)
