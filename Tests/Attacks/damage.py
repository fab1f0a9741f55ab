"""Ways to damage a database file, each a change of its bytes."""

SECTOR = 512


class Damage:
    """What was done to a file, in words, and the file afterwards."""

    kind = ""  # what was done, without where

    def __init__(self, words, data):
        self.words, self.bytes = words, bytes(data)


def overwrite(data, at, new, words):
    changed = bytearray(data)
    changed[at:at + len(new)] = new
    return Damage(words, changed[:len(data)])


def flip(data, at, mask=0xFF):
    return overwrite(data, at, bytes([data[at] ^ mask]), f"byte {at} xor {mask:#04x}")


def empty(data, at, length):
    """Zeros, as a bad sector or a hole in a file reads."""
    return overwrite(data, at, bytes(length), f"{length} zeros at {at}")


def swap(data, one, other, size):
    """Two pages in each other's place."""
    changed = bytearray(data)
    first, second = (slice((n - 1) * size, n * size) for n in (one, other))
    changed[first], changed[second] = data[second], data[first]
    return Damage(f"pages {one} and {other} swapped", changed)


def cut(data, length):
    return Damage(f"cut to {length} bytes", data[:length])


def of_page(pages, number):
    """The ways to damage one page: its type, its first sector, one in its middle, all of it."""
    start = (number - 1) * pages.size
    return [
        flip(pages.bytes, start + (100 if number == 1 else 0)),
        empty(pages.bytes, start, SECTOR),
        empty(pages.bytes, start + pages.size - SECTOR, SECTOR),
        empty(pages.bytes, start, pages.size)]


def at_random(pages, numbers):
    """One damage of any kind anywhere."""
    kind = numbers.choice(["bit", "bit", "sector", "noise", "page", "swap", "cut"])
    done = of_kind(kind, pages, numbers)
    done.kind = kind
    return done


def of_kind(kind, pages, numbers):
    """One damage of a kind anywhere."""
    data, size = pages.bytes, pages.size
    sector = numbers.randrange(len(data) // SECTOR) * SECTOR
    if kind == "bit":
        return flip(data, numbers.randrange(len(data)), 1 << numbers.randrange(8))
    if kind == "sector":
        return empty(data, sector, SECTOR)
    if kind == "noise":
        return overwrite(
            data, sector, numbers.randbytes(SECTOR), f"{SECTOR} bytes of noise at {sector}")
    if kind == "page":
        return empty(data, numbers.randrange(pages.count) * size, size)
    if kind == "swap":
        return swap(data, *numbers.sample(range(1, pages.count + 1), 2), size)
    return cut(data, numbers.randrange(len(data) // 4, len(data)))
