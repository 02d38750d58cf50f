"""The formulas of a digest, each in the plainest form: rounding, shares, the interval of a score (Rocks 2016), Wilson, Kaplan and Meier, weeks."""
import bisect, datetime, math
from collections import Counter
Z = 1.959963984540054
def rnd(x, places=2): return math.copysign(math.floor(abs(x) * 10**places + .5) / 10**places, x) or 0
def pair(ends, places=2): return [rnd(x, places) for x in ends]
def ratio(n, d): return (-1 if n < 0 else 1) * ((2 * abs(n) + d) // (2 * d))  # to whole numbers, halves away from zero
def clip(middle, half, most): return max(middle - half, -most), min(middle + half, most)
def band(score): return 0 if score >= 9 else 1 if score >= 7 else 2
def bands(scores): return [sum(n for s, n in scores.items() if band(s) == b) for b in range(3)]
def together(weeks): return [sum(x) for x in zip(*weeks)] or [0, 0, 0]
def median(scores): return sorted(scores.elements())[(sum(scores.values()) + 1) // 2 - 1]
def chance(hits, n): return min(1, sum(math.comb(n + 2, k) for k in range(hits + 1)) / 2**(n + 2))  # that a share is over one half
def bare(c): return "discard" if 2 * c[2] >= sum(c) else "enhance" if 2 * c[0] <= sum(c) else "keep"
def student(z, df):  # quantile (Abramowitz and Stegun 26.7.5)
    return z + (z**3 + z) / (4 * df) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * df**2) + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * df**3)
def mean(logs): return max(logs) + math.log(sum(math.exp(x - max(logs)) for x in logs) / len(logs))
def against(verdict, c):  # logarithm of how much likelier the answers are under a share of 5 to 45 % than under one half (an e-value)
    def less(hits): return mean([hits * math.log(2 * q) + (sum(c) - hits) * math.log(2 - 2 * q) for q in (.05, .15, .25, .35, .45)])
    return less(c[0]) if verdict == "keep" else less(c[2]) if verdict == "discard" else mean([less(sum(c) - c[0]), less(sum(c) - c[2])])
def plus(counters): return sum(counters, Counter())
def adjusted(c): return [c[0] + .75, c[1] + 1.5, c[2] + .75]
def variance(c): return (c[0] + c[2]) / sum(c) - ((c[0] - c[2]) / sum(c))**2
def score(c): return 100 * (c[0] - c[2]) / sum(c)
def error(c): return 100 * math.sqrt(variance(c) / sum(c))
def step(a, b): return score(adjusted(b)) - score(adjusted(a)), math.hypot(error(adjusted(a)), error(adjusted(b)))  # a change of the score, its error
def moved(a, b): return clip(step(a, b)[0], Z * step(a, b)[1], 200)
def fewer(a, b):  # a change of the share of detractors in points (Agresti and Caffo 2000)
    (p, m), (q, n) = (((c[2] + 1) / (sum(c) + 2), sum(c) + 2) for c in (a, b))
    return clip(100 * (q - p), 100 * Z * math.sqrt(p * (1 - p) / m + q * (1 - q) / n), 100)
def ends(c, z):  # a score and the ends of its interval, neither on the wrong side of it
    a, s = adjusted(c), score(c)
    low, high = clip(score(a), z * error(a), 100)
    return s, min(low, s), max(high, s)
def everybody(known, a, g, z=Z):  # from those who answered and the greeted silent (Hansen and Hurwitz 1946; MOVER: Zou and Donner 2008)
    r, share = known["answered"] / (known["answered"] + known["silent"]), (known["answered"] + 2) / (known["answered"] + known["silent"] + 4)
    (s, low, high), (t, least, most) = ends(a, z), ends(g, student(z, sum(g) + 2))
    by_rate = z * math.sqrt(share * (1 - share) / (known["answered"] + known["silent"] + 4)) * (score(adjusted(a)) - score(adjusted(g)))
    middle = r * s + (1 - r) * t
    return middle, (max(-100, middle - math.hypot(r * (s - low), (1 - r) * (t - least), by_rate)), min(100, middle + math.hypot(r * (high - s), (1 - r) * (most - t), by_rate)))
def apart(a, g, z=Z):
    (s, low, high), (t, least, most) = ends(a, z), ends(g, student(z, sum(g) + 2))
    return max(-200, t - s - math.hypot(t - least, high - s)), min(200, t - s + math.hypot(most - t, s - low))
def needed(known, a, like):
    def enough(n):
        low, high = everybody(known, a, [x * (n / sum(like)) for x in like])[1]
        return high - low <= 40
    if known["silent"] == 0: return 0
    return (bisect.bisect_left(range(1, 100_001), True, key=enough) + 1) if enough(100_000) else None
def shares(c):
    n, cut = sum(c) or 1, [100 * x // (sum(c) or 1) for x in c]
    most = sorted(range(3), key=lambda i: (-(100 * c[i] % n), -c[i], i))[:100 - sum(cut) if sum(c) else 0]
    return [x + (i in most) for i, x in enumerate(cut)]
def monday(week): return datetime.date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
def back(week, n): return "%04d-W%02d" % (monday(week) - datetime.timedelta(7 * n)).isocalendar()[:2]
def quarter(week): return (lambda day: day.year * 4 + (day.month - 1) // 3)(monday(week) + datetime.timedelta(3))
def heard(rows, days, least):  # Kaplan and Meier, with Greenwood's variance
    share, greenwood = 1, 0
    for day in sorted({r["days"] for r in rows if r["isHeard"] and r["days"] <= days}):
        n = sum(r["count"] for r in rows if r["days"] >= day); d = sum(r["count"] for r in rows if r["days"] == day and r["isHeard"])
        share, greenwood = share * (n - d) / n, greenwood + (d / (n * (n - d)) if n > d else 0)
    risk, told = sum(r["count"] for r in rows if r["days"] >= days), sum(r["count"] for r in rows) >= least
    f = math.exp(Z * math.sqrt(greenwood) / abs(math.log(share))) if 0 < share < 1 else None
    return dict(days=days, atRisk=risk, share=rnd(1 - share, 4) if told and risk else None,
                interval95=pair((1 - share**(1 / f), 1 - share**f), 4) if told and risk and f else None)
def wilson(k, n):
    middle, half = (k / n + Z * Z / (2 * n)) / (1 + Z * Z / n), Z / (1 + Z * Z / n) * math.sqrt(k / n * (1 - k / n) / n + Z * Z / (4 * n * n))
    return pair((max(0, middle - half), min(1, middle + half)), 4)
