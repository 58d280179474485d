from datetime import date

import pytest

from assistance_desktop.documents.order import Appointment, Details, Kind, Order, read_details
from assistance_desktop.errors import AppError


def test_the_print_object_is_read_whole():
    appointment = {"day": "2026-10-14", "time": "9.00–10.00", "text": "Health station"}
    assert read_details(
        {"client_name": " Aurora ", "appointments": [appointment], "phone": "09 000 0000"}
    ) == Details(
        client_name="Aurora",
        appointments=(Appointment(date(2026, 10, 14), "9.00–10.00", "Health station"),),
        phone="09 000 0000",
    )


def test_every_key_may_be_missing_or_empty():
    assert read_details({}) == Details()
    assert read_details({"notes": None, "appointments": None}) == Details()


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ({"name": "x"}, "print.name"),
        ({"phone": 9000}, "print.phone"),
        ({"appointments": {}}, "print.appointments"),
        ({"appointments": [{"day": "soon"}]}, "print.appointments.1.day"),
        ({"appointments": [{"time": "09:00"}]}, "print.appointments.1.day"),
        ({"appointments": [{"day": "2026-10-14", "time": "at dawn"}]}, "print.appointments.1.time"),
        ({"appointments": [{"day": "2026-10-14", "place": "x"}]}, "print.appointments.1.place"),
        ([], "print"),
    ],
)
def test_a_key_that_does_not_fit_is_named_and_its_value_is_not(source, key):
    with pytest.raises(AppError) as refusal:
        read_details(source)
    assert key in refusal.value.problem
    assert "dawn" not in str(refusal.value)


def test_the_same_language_beside_is_no_second_language():
    assert Order(Kind.SUMMARY, "fi", beside="fi").languages == ("fi",)
    assert Order(Kind.SUMMARY, "fi", beside="sv").languages == ("fi", "sv")
