from __future__ import annotations

from jdfulfil_desktop.gui.locations.patterns import MOST, expand


def test_a_pattern_makes_every_shelf():
    found = expand("a{01-03}-{1-2}")
    assert found.codes == ("A01-1", "A01-2", "A02-1", "A02-2", "A03-1", "A03-2")
    assert not found.bad
    assert not found.too_many


def test_lists_letters_and_choices_go_together_and_nothing_is_made_twice():
    found = expand("R{A-C}1, r{1|3}\nRA1; 9-{9-11}")
    assert found.codes == ("RA1", "RB1", "RC1", "R1", "R3", "9-9", "9-10", "9-11")


def test_what_is_no_code_is_named_and_stops_nothing_else():
    found = expand("A-1 !! B{} C{5-3} D-1")
    assert found.codes == ("A-1", "D-1")
    assert found.bad == ("!!", "B{}", "C{5-3}")


def test_too_many_are_not_even_spelled_out():
    found = expand("A{1-999999}-{1-999999}")
    assert found.too_many
    assert len(found.codes) == MOST
