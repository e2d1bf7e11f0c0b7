"""A bucket of tokens: each act takes one, time fills it again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """``burst`` acts at once, then one each ``seconds``."""

    burst: int
    seconds: float


@dataclass(frozen=True)
class Bucket:
    """``tokens`` there were at the moment ``at``, in seconds since the epoch."""

    tokens: float
    at: float


def full(rate: Rate, now: float) -> Bucket:
    """Return the bucket of somebody who has not come before."""
    return Bucket(float(rate.burst), now)


def take(bucket: Bucket, rate: Rate, now: float) -> tuple[Bucket, float]:
    """Take one token; return the bucket and how many seconds to wait (0.0: taken).

    Who is refused loses nothing: asking again does not make the wait longer. A clock
    that goes back gives nothing.
    """
    passed = max(now - bucket.at, 0.0)
    tokens = min(bucket.tokens + passed / rate.seconds, float(rate.burst))
    at = max(now, bucket.at)
    if tokens < 1.0:
        return Bucket(tokens, at), (1.0 - tokens) * rate.seconds
    return Bucket(tokens - 1.0, at), 0.0
