"""Prints the characters that the typeface of pictures and printed documents covers, as pyftsubset reads them.

These are the characters of JIS X 0208 and of Windows' Japanese code page (which adds those of people's names, circled
numbers and units), of European languages in Latin letters, and the symbols that documents use.
"""

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin
    (0x0384, 0x03CE), (0x0401, 0x0451),  # Greek, Cyrillic
    (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),  # punctuation, indices, currencies
    (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF),  # letterlike, numerals, arrows, mathematics
    (0x2300, 0x23FF), (0x2460, 0x24FF), (0x2500, 0x26FF), (0x2701, 0x27BF),  # technical, circled, boxes, shapes, symbols
    (0x3000, 0x30FF), (0x31F0, 0x33FF), (0xFF01, 0xFFEE), (0xFFFD, 0xFFFD),  # Japanese signs, units, widths
]


def encoded(codec):
    """Yields the characters of two bytes in a Japanese encoding."""
    for lead in range(0x81, 0x100):
        for trail in range(0x40, 0x100):
            try:
                yield from bytes((lead, trail)).decode(codec)
            except UnicodeDecodeError:
                pass


covered = {c for first, last in RANGES for c in range(first, last + 1)}
covered.update(ord(c) for codec in ("euc_jp", "cp932") for c in encoded(codec))
print("\n".join(f"U+{c:04X}" for c in sorted(covered) if not 0xE000 <= c <= 0xF8FF))
