"""Whether the level of the score has changed, and since when: a Bayes factor over the possible beginnings, as `src/digest/trend.ts` says."""
import math
from formulas import *
MEASURES = ((lambda s: s, .94, 12), (lambda s: 1 - band(s), .06, 1.5))
LENGTHS = {1: .12, 2: .03, 3: .07, 5: .25, 8: .45, 13: .08}
WOBBLES = ((0, .05, .8), (.03, .05, .1), (.06, .1, .03), (.09, .21, .02), (.12, .37, .02), (.16, .14, .01), (.22, .05, .01), (.3, .03, .01))
def shift(weights, means, k):  # weight of the last k weeks and of those before, and by how much the last lie above
    w, f, W, F = sum(weights[-k:]), sum(y * x for y, x in zip(weights[-k:], means[-k:])), sum(weights), sum(y * x for y, x in zip(weights, means))
    return (w, W - w, f / w - (F - f) / (W - w)) if w and W - w >= 1e-9 else None
def factor(weeks, measure, priors, falls):
    of, _, doubt = measure
    n = [sum(w.values()) for w in weeks]
    if not sum(n): return 0
    sums, total, squares = [sum(c * of(s) for s, c in w.items()) for w in weeks], 0, sum(c * of(s)**2 for w in weeks for s, c in w.items())
    center, total = next(x / m for x, m in zip(sums, n) if m), sum(sums)
    v, means, likely, changed = (squares - total**2 / sum(n) + doubt) / (sum(n) + 3), [x / m - center if m else 0 for x, m in zip(sums, n)], [], []
    for wobble, _, _ in WOBBLES:
        y, part = [m / (1 + m * wobble**2) for m in n], []
        F, S = sum(a * x for a, x in zip(y, means)), sum(a * x * x for a, x in zip(y, means))
        likely.append((sum(math.log(a) for a in y if a) - (S - F * F / sum(y)) / v - math.log(sum(y))) / 2)
        for found, prior in ((shift(y, means, k), p) for k, p in priors.items() if k <= len(weeks)):
            if not found: continue
            spread, d = 1 / found[0] + 1 / found[1], found[2]
            part.append((2 * (falls if d < 0 else 1 - falls) * prior * math.sqrt(spread / (spread + .09)), d * d / (spread * v) * (.09 / (spread + .09)) / 2))
        changed.append(part)
    l = [x - max(likely) for x in likely]
    some = sum(c * a * math.exp(min(690, e + x)) for (_, _, c), x, part in zip(WOBBLES, l, changed) for a, e in part)
    return some / sum(u * math.exp(x) for (_, u, _), x in zip(WOBBLES, l))
def whole(weeks, priors, falls): return sum(m[1] * factor(weeks, m, priors, falls) for m in MEASURES)
def weight(weeks, priors, falls): return (lambda f: math.log(f) if f else -math.inf)(whole(weeks, priors, falls))
def pooled(weeks): return bands(plus(weeks))
def beginning(weeks, falls):
    ago = max(range(1, min(13, len(weeks)) + 1), key=lambda k: whole(weeks, {k: 1}, falls))
    of = max(MEASURES, key=lambda m: m[1] * factor(weeks, m, {ago: 1}, falls))[0]
    n = [sum(w.values()) for w in weeks]
    found = shift(n, [sum(c * of(s) for s, c in w.items()) / m if m else 0 for w, m in zip(weeks, n)], ago)
    return len(weeks) - ago, bool(found and found[2] < 0)
def mean_answer(weeks): return sum(s * c for w in weeks for s, c in w.items()) / sum(sum(w.values()) for w in weeks)
def declared(weeks, start, falls):
    since, fall = beginning(weeks[start:], falls)
    old, new = weeks[start:start + since], weeks[start + since:]
    a, b = pooled(old), pooled(new)
    reach = Z * math.hypot(error(adjusted(a)), error(adjusted(b)))
    return dict(direction="falling" if fall else "rising", since=start + since, declared=len(weeks) - 1, before=score(a), after=score(b), size=score(b) - score(a),
                interval95=clip(score(adjusted(b)) - score(adjusted(a)), reach, 200), means=(mean_answer(old), mean_answer(new)))
def falls_after(change): return .25 if change and change["direction"] == "falling" else .75
def trend(weeks, threshold, known=None):
    start, change = known or (0, None)
    for i in range(len(weeks) - 1) if known is None else ():
        if weight(weeks[start:i + 1], LENGTHS, falls_after(change)) > threshold:
            change = declared(weeks[:i + 1], start, falls_after(change))
            start = change["since"]
    n = [sum(w.values()) for w in weeks]
    told = dict(verdict="not-enough-data", weeks=sum(map(bool, n[start:])), unusual="not-enough-data", value=None, limits=None, change=change, start=start)
    if sum(map(bool, n)) < 2 or sum(n) < 10: return told
    f, is_new = falls_after(change), False
    if n[-1] and weight(weeks[start:], LENGTHS, f) > threshold:
        is_new, fall, last = True, beginning(weeks[start:], f)[1], weight(weeks[start:], {1: LENGTHS[1]}, f)
        told["unusual"] = ("lower" if fall else "higher") if last > threshold else "as-usual"
        change = declared(weeks, start, f)
        start = change["since"]
    c = pooled(weeks[start:])
    return dict(dict(told, unusual="as-usual") if not is_new else told, verdict=change["direction"] if is_new else "no-detectable-change", change=change, start=start,
                value=score(c), limits=clip(score(adjusted(c)), Z * error(adjusted(c)), 100))
def judged(labels, weeks, said, is_told, threshold, least):
    first = next((i for i, w in enumerate(weeks) if w), len(weeks) - 1)
    labels, weeks = labels[first:], weeks[first:]
    start = next((i for i, label in enumerate(labels) if said and label >= said["since"]), 0)
    known = (start, dict(said, since=start, declared=start) if said else None) if is_told else (lambda t: (t["start"], t["change"]))(trend(weeks[:-1], threshold))
    found = trend(weeks, threshold, known)
    is_new = found["change"] is not known[1]
    few = lambda weeks, start, since: min(sum(pooled(weeks[start:since])), sum(pooled(weeks[since:]))) < least
    if is_new and few(weeks, known[0], found["start"]): found, is_new = trend(weeks, math.inf, known), False
    change, told = found["change"], dict(found, level=labels[found["start"]], many=sum(pooled(weeks[found["start"]:])) >= least)
    if change is None or (is_told and not is_new): return told, said if is_told else None
    against = known[0] if is_new else trend(weeks[:change["declared"]], threshold)["start"]
    if few(weeks[:change["declared"] + 1], against, change["since"]): return told, None
    return told, dict(direction=change["direction"], since=labels[change["since"]], declared=labels[change["declared"]], against=labels[against], means=pair(change["means"], 2),
                      interval95=pair(change["interval95"], 1), **{k: rnd(change[k], 1) for k in ("before", "after", "size")})
def told_of_change(labels, past, rules, said):  # `said`: what earlier digests told, by product (None for the desk)
    threshold, least, is_told = math.inf if rules["threshold"] is None else rules["threshold"], rules["minAnswers"], rules["levelFrom"] is not None
    found, change = judged(labels, [plus(past[w].values()) for w in labels], said.get(None), is_told, threshold, least)
    size = {p: sum(sum(past[w][p].values()) for w in labels) for p in sorted({p for w in labels for p in past[w] if p is not None})}
    largest = sorted(sorted(size), key=lambda p: -size[p])[:12]
    parts = [(p, judged(labels, [past[w][p] for w in labels], said.get(p), is_told, threshold, least)[1]) for p in largest]
    products = [dict(product=p, **c) for p, c in ((p, {k: v for k, v in (c or {}).items() if k != "product"}) for p, c in parts) if c]
    if rules["threshold"] is None: products, largest = [], []
    products += [{k: v for k, v in r.items() if k != "kind"} for p, r in said.items() if p is not None and p not in largest]
    shown = found["value"] is not None and found["many"]
    level = dict(value=rnd(found["value"], 1) if shown else None, limits=pair(found["limits"], 1) if shown else None)
    given = dict(threshold=rules["threshold"] and rnd(rules["threshold"], 4), blindSpot=rules["blindSpot"], unusual=found["unusual"]) if rules["threshold"] is not None else {}
    return dict({k: v for k, v in (change or {}).items() if k not in ("product", "kind")}, **level, **given, verdict=found["verdict"], weeks=found["weeks"], **{"from": found["level"]}, products=products)
