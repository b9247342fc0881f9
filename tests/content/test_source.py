"""Bytes to text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.source import MAX_BYTES, decode
from postlint.model.span import Span

EURO_IN_UTF16 = "\ufeff€\r\n".encode("utf-16-le")


@given(st.binary())
def test_bytes_to_source_to_bytes_is_exact(data: bytes) -> None:
    source = decode(data)
    assert source.encode(source.text) == data


@given(st.sampled_from([b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0"]), st.binary())
def test_bytes_behind_a_byte_order_mark_are_exact(bom: bytes, data: bytes) -> None:
    source = decode(bom + data)
    assert source.encode(source.text) == bom + data


@pytest.mark.parametrize("data", [b"", b"a\r\nb\rc\n", "é😀".encode(), b"\xef\xbb\xbfx", b"a\0b"])
def test_utf8_has_no_faults(data: bytes) -> None:
    assert decode(data).faults == ()


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf---\n").text == "---\n"


def test_latin_1_is_a_fault_at_its_first_byte_and_the_rest_is_read() -> None:
    source = decode("é\ncaf".encode() + b"\xe9 noir")
    (fault,) = source.faults
    assert fault.rule == "not-utf-8"
    assert fault.problem.span == Span(5, 6)
    assert fault.problem.message == 'byte 0xE9 ("é" in Windows-1252) is not UTF-8'
    assert source.text.endswith(" noir")


def test_utf_16_is_read_and_reported() -> None:
    source = decode(EURO_IN_UTF16)
    assert source.text == "€\r\n"
    assert [fault.problem.message for fault in source.faults] == ["file is UTF-16, expected UTF-8"]
    assert source.encode("€") == EURO_IN_UTF16[:-4]


def test_a_huge_file_is_a_fault_not_a_wait() -> None:
    source = decode(bytes(MAX_BYTES + 1))
    assert [fault.rule for fault in source.faults] == ["file-too-large"]
