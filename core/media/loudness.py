"""How loud a sound is from its start to its end, in bounded memory."""

import math
import operator
from collections.abc import Iterable, Iterator

import av
from av.container import InputContainer
from av.stream import Stream

from core.media.containers import decoded

# Enough for loudness, and quick to add up without a numbers library.
_RATE = 8_000
_CHANNELS = 2
_WINDOW_SAMPLES = _RATE * _CHANNELS // 20
_MOST_WINDOWS = 16_384
# -60 dB below the loudest possible: what a codec leaves of digital silence.
_SILENCE = 32.768


def is_audible(container: InputContainer, stream: Stream) -> bool:
    """Tell whether anything at all can be heard; stops at the first sound."""
    return any(
        math.sqrt(energy / count) > _SILENCE
        for energy, count in _windows(_samples(container, stream))
    )


def loudness(
    container: InputContainer, stream: Stream, bins: int
) -> tuple[list[int], float]:
    """Return `bins` values of 0..100, the loudest being 100, and the true duration."""
    windows: list[tuple[int, int]] = []
    merged = 1
    pending = (0, 0)
    pending_parts = 0
    for energy, count in _windows(_samples(container, stream)):
        pending = (pending[0] + energy, pending[1] + count)
        pending_parts += 1
        if pending_parts < merged:
            continue
        windows.append(pending)
        pending, pending_parts = (0, 0), 0
        if len(windows) == _MOST_WINDOWS:
            windows = [_sum(windows[i : i + 2]) for i in range(0, len(windows), 2)]
            merged *= 2
    if pending[1]:
        windows.append(pending)
    duration = sum(count for _energy, count in windows) / (_RATE * _CHANNELS)
    return _scaled(_root_mean_squares(windows, bins)), duration


def _samples(container: InputContainer, stream: Stream) -> Iterator[memoryview]:
    """Decode to 16-bit stereo at a low rate, block by block."""
    resampler = None
    layout = None
    for frame in decoded(container, stream):
        # A stream may change its rate or channels; a resampler can't.
        current = (frame.format.name, frame.layout.name, frame.sample_rate)
        if current != layout:
            yield from _flushed(resampler, None)
            resampler = av.AudioResampler(format="s16", layout="stereo", rate=_RATE)
            layout = current
        yield from _flushed(resampler, frame)
    yield from _flushed(resampler, None)


def _flushed(
    resampler: av.AudioResampler | None, frame: av.AudioFrame | None
) -> Iterator[memoryview]:
    if resampler is None:
        return
    for block in resampler.resample(frame):
        size = block.samples * _CHANNELS * 2
        yield memoryview(bytes(block.planes[0])[:size]).cast("h")


def _windows(blocks: Iterable[memoryview]) -> Iterator[tuple[int, int]]:
    """Yield (sum of squares, samples) for every twentieth of a second."""
    energy = count = 0
    for block in blocks:
        while block:
            part = block[: _WINDOW_SAMPLES - count]
            block = block[len(part) :]
            energy += sum(map(operator.mul, part, part))
            count += len(part)
            if count == _WINDOW_SAMPLES:
                yield energy, count
                energy = count = 0
    if count:
        yield energy, count


def _sum(windows: Iterable[tuple[int, int]]) -> tuple[int, int]:
    energies, counts = zip(*windows, strict=True)
    return sum(energies), sum(counts)


def _root_mean_squares(windows: list[tuple[int, int]], bins: int) -> list[float]:
    """Spread the windows over the bins; short sounds repeat a window."""
    values = []
    for index in range(bins if windows else 0):
        first = index * len(windows) // bins
        last = max((index + 1) * len(windows) // bins, first + 1)
        energy, count = _sum(windows[first:last])
        values.append(math.sqrt(energy / count))
    return values or [0.0] * bins


def _scaled(values: list[float]) -> list[int]:
    loudest = max(values)
    if loudest <= _SILENCE:
        return [0] * len(values)
    return [round(100 * value / loudest) for value in values]
