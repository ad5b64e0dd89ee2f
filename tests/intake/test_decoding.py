"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import InputError
from marsad.intake.decoding import check_head, decode, encoding_of

TEXT = "قصفت قوات النظام بلدة سرمين في ريف إدلب صباح اليوم، وأصيب ثلاثة مدنيين بجروح."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_arabic_is_read_in_its_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_page_says_its_charset() -> None:
    page = f'<meta charset="windows-1256"><p>{TEXT}</p>'
    assert decode(page.encode("cp1256")) == page


def test_one_damaged_byte_in_a_long_text_is_borne() -> None:
    data = (TEXT * 20).encode()
    assert decode(data[:-1]).startswith(TEXT)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 200, b"abc\x00\x00\x00\x00\x01" * 50])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.code == "binary"


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"PK\x03\x04..", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"\x1f\x8b\x08"])
def test_files_of_other_sorts_are_told_by_their_head(head: bytes) -> None:
    with pytest.raises(InputError) as caught:
        check_head(head)
    assert caught.value.code == "binary"


def test_other_encodings_are_refused_with_the_place() -> None:
    with pytest.raises(InputError, match="byte 0") as caught:
        decode("Ёлки и сосны растут в тайге".encode("koi8-r"))
    assert caught.value.code == "encoding"


def test_a_stream_is_told_by_its_head() -> None:
    assert encoding_of(TEXT.encode()) == "utf-8"
    assert encoding_of(TEXT.encode("utf-16")) == "utf-16"
    assert encoding_of(TEXT.encode("utf-16-be")) == "utf-16-be"


@given(st.binary(max_size=300))
def test_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        found = decode(data)
    except InputError as error:
        found = error.code
    assert isinstance(found, str)
