"""The store as a whole."""

from cosmos_app.storage import Store


def test_no_two_parts_of_the_store_have_a_method_of_the_same_name():
    names = [name for part in Store.__mro__[1:-1] for name in vars(part) if not name.startswith("__")]
    assert len(names) == len(set(names))
