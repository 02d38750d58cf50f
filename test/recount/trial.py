"""A trial of two ways to ask, as `src/digest/trial.ts` and `e-value.ts` say: the highest e-value on the way, and of which way it is more."""
import math
from collections import Counter
from formulas import bands
DIFFERENCES = (.15, .3, .5, .8, 1.2, 1.8)
def told(values):  # (e-value of the way a, of the way b) after each person
    highest, more = 1, None
    for a, b in values:
        highest = max(highest, a + b)
        if more is None and a + b >= 20: more = "b" if b > a else "a"
    return highest, more
def oftener(persons):  # (way, whether it happened), in the order of the draw: Turner, Ly and Grünwald 2024, one person at a time
    stakes, hits = [[math.exp(d / 2), 1 / 12, 1 / 12] for d in DIFFERENCES], .5
    def chance(odds, hit): return (odds if hit else 1) / (1 + odds)
    for i, (arm, hit) in enumerate(persons):
        odds = hits / (i + 1 - hits)
        for stake in stakes:
            more = chance(odds * stake[0], hit)
            b = 2 * more / (more + chance(odds / stake[0], hit))
            stake[1] *= 2 - b if arm == "b" else b
            stake[2] *= b if arm == "b" else 2 - b
        yield sum(s[1] for s in stakes), sum(s[2] for s in stakes)
        hits += hit
def higher(scores):  # (way, score): each against the one just before it, if that is of the other way; bets of Krichevsky and Trofimov 1981
    waiting, wins, log = None, Counter(), 0
    for own in scores:
        other = waiting
        waiting = own if other is None or other[0] == own[0] else None
        if other is None or waiting or other[1] == own[1]: continue
        winner = own[0] if own[1] > other[1] else other[0]
        log += math.log(2 * (wins[winner] + .5) / (wins["a"] + wins["b"] + 1))
        wins[winner] += 1
        yield (0, math.exp(log)) if wins["b"] > wins["a"] else (math.exp(log), 0)
def trial(rows, waiting, least, nps):
    rows = sorted(rows, key=lambda r: r["number"])
    persons = [p for r in rows for p in [(arm, False, False) for arm in r["silent"]] + ([(r["arm"], r["answered"], r["wrote"])] if r["arm"] else [])]
    scores = [(r["arm"], r["score"]) for r in rows if r["score"] is not None]
    few = any(sum(way == arm for way, _ in scores) < least for arm in "ab")
    def judged(which):
        highest, more = told(oftener([(p[0], p[which]) for p in persons]))
        return dict(evidence=math.floor(min(highest, 1e6) * 100) / 100, more=more)
    return dict(waiting=waiting, answered=judged(1), wrote=judged(2), scoresDiffer=told(higher(scores))[1] is not None, arms={arm: dict(
        asked=sum(p[0] == arm for p in persons), answered=sum(p[0] == arm and p[1] for p in persons), wrote=sum(p[0] == arm and p[2] for p in persons),
        nps=None if few else nps(bands(Counter(score for way, score in scores if way == arm)))) for arm in "ab"})
