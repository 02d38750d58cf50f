"""Counts digests again from the files of `emptychair audit`, with Python alone: python3 recount.py FILE...
Prints every number of each with whether it agrees with what was posted; ends with 1 where one does not, or a hash."""
import datetime, hashlib, itertools, json, math, sys
from collections import Counter, defaultdict
from change import told_of_change
from formulas import *
from trial import trial
RULES, GIVEN = {}, ("id.", "window.", "scale", "trend.method", "comments.dictionary", "shadowing.lessons.")
def nps(c):
    n, told, a = sum(c), sum(c) >= max(1, RULES["minAnswers"]), adjusted(c)
    sample = "none" if n == 0 else "too-few" if not told else "small" if n < RULES["smallBelow"] else "ok"
    return dict(promoters=c[0], passives=c[1], detractors=c[2], answers=n, sample=sample, shares=shares(c),
                score=ratio(100 * (c[0] - c[2]), n) if told else None, interval95=pair(clip(score(a), Z * error(a), 100)) if told else None)
def compared(a, b):
    told = dict(previous=nps(a), difference=None, interval95=None, p=None)
    if None in (nps(a)["score"], nps(b)["score"]): return told
    (d, e), m, n = step(a, b), sum(a), sum(b)
    return dict(told, difference=ratio(100 * ((b[0] - b[2]) * m - (a[0] - a[2]) * n), m * n),
                interval95=pair(moved(a, b), 1), p=float("%.2g" % math.erfc(abs(d / e) / math.sqrt(2))))
def stands(labels, counts, now):  # the verdict on a product, until the answers since weigh 200 to one against it
    def place(label): return labels.index(label) if label in labels else -1
    verdict, since, first = (now["verdict"], now["since"], place(now["week"]) + 1) if now else (None, None, 0)
    for i in range(first, len(labels)):
        lately = together(counts[max(0, i - 3):i + 1])
        if sum(lately) < max(1, RULES["minAnswers"]): continue
        if verdict is None: verdict, since = bare(lately), labels[i]
        elif bare(lately) != verdict:
            worst = max((together(counts[j:i + 1]) for j in range(i, place(since), -1)), key=lambda c: against(verdict, c), default=[0, 0, 0])
            if against(verdict, worst) >= math.log(200) and bare(worst) != verdict: verdict, since = bare(worst), labels[i]
    return verdict, since
def hidden(size, apart):  # products of too few, and the next so that nobody subtracts
    few = set()
    for n, p in sorted((size[p], p) for p in size if size[p]):
        if n >= RULES["minAnswers"] and not 0 < apart < RULES["minAnswers"]: break
        few, apart = few | {p}, apart + n
    return few
def aimed(r, past, week):  # what became of the number that a decision should move
    def shown(weeks):
        now = {p: plus(past[w][p] for w in weeks) for p in {None}.union(*(past[w] for w in weeks))}
        c, size = bands(now.get(r["product"], {})), {p: sum(n.values()) for p, n in now.items() if p is not None}
        return None if sum(c) < max(1, RULES["minAnswers"]) or r["product"] in hidden(size, sum(now[None].values())) else c
    a, b = shown([back(r["decided"], i) for i in range(1, 5)]), shown([w for w in (back(week, i) for i in range(4)) if w >= r["decided"]])
    told = dict(product=r["product"], measure=r["measure"], to=r["to"], on=r["on"], before=None, now=None, interval95=None, outcome="cannot-tell")
    if a is None or b is None: return told
    of, up = (score, 1) if r["measure"] == "score" else (lambda c: 100 * c[2] / sum(c), -1)
    change = moved(a, b) if up == 1 else fewer(a, b)
    least, most, reached = *sorted(up * x for x in change), up * of(b) >= up * r["to"]
    outcome = "moved" if reached and least > 0 else "not-moved" if not reached and most < up * (r["to"] - of(a)) else "cannot-tell"
    return dict(told, before=rnd(of(a), 0), now=rnd(of(b), 0), interval95=pair(change, 1), outcome=outcome)
def board(week, past, decided, stood):
    labels, least = [back(week, i) for i in range(26, -1, -1)], RULES["minAnswers"]
    now = {p: plus(past[w][p] for w in labels[-4:]) for p in {None}.union(*(past[w] for w in labels[-4:]))}
    ids = RULES["products"] + sorted(p for p in now if p is not None and p not in RULES["products"])
    size = {p: sum(now.get(p, {}).values()) for p in ids}
    small = hidden(size, sum(now[None].values()))
    for p in ids:
        c, told, shown = bands(now.get(p, {})), size[p] >= least, p not in small
        verdict, since = stands(labels, [bands(past[w][p]) for w in labels], stood.get(p)) if told else ("too-few", None)
        last = bands(plus(past[w][p] for w in labels[:-1] if quarter(w) == quarter(week) - 1))
        sure = dict(keep=chance(c[0], sum(c)), discard=chance(c[2], sum(c)))
        yield dict(product=p, verdict=verdict, since=since, weeks=4, median=median(now[p]) if told else None, nps=nps(c) if shown else None,
                   lastQuarter=bare(last) if sum(last) >= max(1, least) else "too-few", decision=decided.get(p),
                   was=bare(c) if told and shown and bare(c) != verdict else None,
                   sure=rnd(sure.get(verdict, max(0, 1 - sum(sure.values()))), 2) if told and shown else None)
def counted(rows, week):
    scale, past, least = RULES["scale"], defaultdict(lambda: defaultdict(Counter)), RULES["minAnswers"]
    def of(kind, **same): return [r for r in rows if r["kind"] == kind and all(r.get(k) == v for k, v in same.items())]
    def by(key, rows): return dict(Counter(r[key] for r in rows))
    def histogram(scores, scale): return {str(s): scores[s] for s in range(int(scale[0]), 11)}
    for r in of("past"): past[r["week"]][r["product"]][r["score"]] += r["count"]
    for r in of("answer", stands="counted", scale=scale): past[week][r["product"]][r["score"]] += 1
    weeks = [bands(plus(past[back(week, 25 - i)].values())) for i in range(26)]
    own, change = weeks[-1], told_of_change([back(week, 103 - i) for i in range(104)], past, RULES, {r["product"]: r for r in of("change")})
    level = dict(value=change["value"], limits=change["limits"]) if change["value"] is not None else None
    yield dict(nps=nps(own), histogram=histogram(plus(past[week].values()), scale), rolling=dict(weeks=4, nps=nps(together(weeks[-4:]))))
    products = list(board(week, past, {r["product"]: dict(verdict=r["verdict"], on=r["on"]) for r in of("decision")}, {r["product"]: r for r in of("stood") if r["since"]}))
    better = [p["product"] for p in products if p["verdict"] == "enhance"]
    yield dict(comparison=compared(weeks[-2], own), board=products)
    yield dict(enhance=[dict(product=r["product"], open=r["open"]) for r in sorted(of("enhance"), key=lambda r: r["product"]) if r["product"] in better])
    yield dict(trend=change, weeks=[dict(week=w, nps=nps(weeks[i - 13]), average=level if w >= change["from"] else None) for i, w in enumerate(back(week, 12 - i) for i in range(13))])
    other = {r["scale"]: Counter(o["score"] for o in of("answer", stands="counted", scale=r["scale"])) for r in of("answer", stands="counted") if r["scale"] != scale}
    yield dict(otherScales=[dict(scale=s, nps=nps(bands(c)), histogram=histogram(c, s)) for s, c in other.items()])
    yield dict(setAside=dict(excluded=by("reason", of("answer", stands="excluded")), recovery=len(of("answer", stands="recovery")), superseded=len(of("answer", stands="superseded"))))
    own_fates = of("fate", imported=False)
    yield dict(imported=len(of("fate", imported=True)), mayStillAnswer=len(of("fate", reached=True)), fates=dict(
        {f: len(of("fate", fate=f)) for f in ("answered", "silent", "declined", "waiting")}, resolved=len(own_fates),
        notAsked=by("reason", of("fate", fate="not-asked")), undeliverable=by("reason", of("fate", fate="undeliverable"))))
    answered, failed = len(of("fate", fate="answered")), len(of("fate", fate="undeliverable"))
    delivered = answered + sum(len(of("fate", fate=f)) for f in ("silent", "declined")) + len(of("fate", reached=True))
    rate = answered / delivered if delivered else None
    told, net = rate is not None and nps(own)["score"] is not None, own[0] - own[2]
    yield dict(responseRate=dict(invited=delivered + failed, delivered=delivered, answered=answered, provisional=RULES["early"] or bool(of("fate", fate="waiting")), rate=rate if rate is None else rnd(rate, 4)))
    turn = -100 * net * answered / (sum(own) * (delivered - answered)) if told and net and delivered > answered else math.inf
    turn = turn if turn == math.inf else math.floor(turn) if net > 0 else math.ceil(turn)
    yield dict(turning=dict(isAbove=net > 0, silentAt=turn if abs(turn) <= 100 else None) if told and net else None)
    yield dict(sensitivity=[dict(silentDifferBy=-20, overall=rnd(rate * score(own) + (1 - rate) * max(-100, score(own) - 20)))] if told else [])
    worded, named = of("answer", stands="counted", words=True), Counter()
    for t, b in ((t, r["band"]) for r in worded for t in r["themes"] or []): named[t, False] += 1; named[t, True] += b == "detractor"
    names = sorted({t for t, _ in named}, key=lambda t: (-named[t, False], t))
    yield dict(comments={"with": len(worded), "matched": sum(bool(r["themes"]) for r in worded)},
               themes=[dict(theme=t, mentions=named[t, False], detractors=named[t, True] if named[t, False] >= least else None) for t in names])
    causes = Counter(r["cause"] for r in of("case", event="closed"))
    yield dict(cases=dict({e: len(of("case", event=e)) for e in ("opened", "contactedInTime", "overdue", "resolved", "recovered")},
                          causes=[dict(cause=c, cases=causes[c]) for c in sorted(causes, key=lambda c: (-causes[c], c))]))
    groups = {g: [len(of("followed", contacted=g == "contacted", **more)) for more in ({}, dict(again=True), dict(better=True))] for g in ("contacted", "uncontacted")}
    enough = all(again >= least for _, again, _ in groups.values())
    yield dict(recovery=dict(weeks=26, **{g: dict(cases=n, answeredAgain=a, recovered=k, share=rnd(k / a, 4) if enough else None, interval95=wilson(k, a) if enough else None) for g, (n, a, k) in groups.items()}))
    yield dict(cords=[dict(product=r["product"], detractors=r["detractors"]) for r in sorted(of("cord"), key=lambda r: r["number"])])
    said, promised = defaultdict(lambda: dict(customers=0, ears=0), {r["said"]: r for r in of("told")}), (of("promised") or [Counter()])[0]
    yield dict(wordOfMouth=dict({k: said[k]["customers"] for k in ("good", "bad", "none")}, ears={k: said[k]["ears"] for k in ("good", "bad")},
        sent=dict(yes=said["sent"]["customers"], no=said["unsent"]["customers"]), promised=dict(
        {k: promised[k] for k in ("asked", "answered", "kept", "warned")}, rate=rnd(promised["kept"] / promised["answered"], 4) if promised["answered"] >= least else None)))
    errors, sitters = [abs(r["guess"] - r["score"]) for r in of("guess") if None not in (r["guess"], r["score"])], by("sitter", of("appointment"))
    def sat(state, **who): return len(of("appointment", state=state, **who))
    yield dict(shadowing=dict(due=len(of("appointment")), kept=sat("kept"), missed=sat("missed"), guesses=len(errors), guessError=rnd(sum(errors) / len(errors), 1) if errors else None,
        people=[dict(due=sitters[s], kept=sat("kept", sitter=s), missed=sat("missed", sitter=s)) for s in sorted(sitters)], openLessons=len(of("lesson", state="open")), doneLessons=len(of("lesson", state="done"))))
    yield dict(asking=dict(begging=len(of("begging")), skips=[
        dict(count=r["count"], kinds={k: r[k] for k in ("reopened", "waited", "long", "unsettled")}) for r in sorted(of("skips"), key=lambda r: r["person"])]))
    fates = [f for f in ("answered", "silent", "declined", "not-asked", "undeliverable") if of("heard", fate=f)]
    yield dict(heardAgain=[dict(fate=f, customers=sum(r["count"] for r in of("heard", fate=f)), within=[heard(of("heard", fate=f), d, least) for d in (30, 90, 180)]) for f in fates])
    yield dict(aims=[aimed(r, past, week) for r in sorted(of("aim"), key=lambda r: r["number"])])
    if of("tried"): yield dict(trial=trial(of("tried"), len(of("drawn")), least, nps))
    yield dict(wordsAgainstNumbers=dict(total=len(of("against"))), silence=silence(of, weeks))
def silence(of, weeks):
    fact = (of("silence") or [dict(weeks=0, answered=0, silent=0, keyCustomers=0)])[0]
    had = [r for r in of("greeting") if r["state"] != "assigned"]
    reached = [r["score"] for r in had if r["score"] is not None and r["scale"] == RULES["scale"]]
    a, g, n = together(weeks[-1 - fact["weeks"]:-1]), bands(Counter(reached)), fact["answered"] + fact["silent"]
    told = dict(drawn=len(of("greeting")), greeted=len(had), reached=len(reached), weeks=fact["weeks"], keyCustomers=fact["keyCustomers"], differs=dict(verdict="not-measured"))
    if n == 0 or sum(a) < RULES["minAnswers"]: return told
    enough = len(reached) >= RULES["minAnswers"]
    more = needed(fact, a, g if enough else a)
    more = None if more is None else max(0, more - len(reached))
    told.update(answered=ratio(100 * (a[0] - a[2]), sum(a)), stillNeeded=None if more is None else math.ceil(more * len(had) / len(reached) if reached else more))
    if not enough: return told
    low, high = apart(a, g, 3.090232306167813)
    verdict = ("lower" if score(g) < score(a) else "higher") if low > 0 or high < 0 else "no-difference"
    whole, interval = everybody(fact, a, g)
    return dict(told, greetedNps=ratio(100 * (g[0] - g[2]), sum(g)), overall=rnd(whole), interval95=pair(interval),
                differs=dict(verdict=verdict, points=rnd(score(g) - score(a)), interval95=pair(apart(a, g))))
def leaves(value, path=""):
    if isinstance(value, (dict, list)):
        for key, member in value.items() if isinstance(value, dict) else enumerate(value): yield from leaves(member, f"{path}.{key}" if path else key)
    else: yield path, value
def is_number(value): return isinstance(value, (int, float)) and not isinstance(value, bool)
def sealed(lines, head):  # each seal's hash, the hash of what it corrected, and the hash of the rows
    seals, chain = [line for line in lines[1:] if line.startswith('{"corrects":')], {one["revision"]: one["hash"] for one in head["chain"]}
    links = dict(zip(list(chain.values()), [None] + list(chain.values())))
    for line in seals:
        own = hashlib.sha256(line.encode()).hexdigest()
        yield "hash " + own[:12], own in links and json.loads(line)["corrects"] == links[own]
    text = "".join(f"{len(list(same))} {line}\n" for line, same in itertools.groupby(lines[1 + len(seals):]))
    last = json.loads(seals[-1])
    yield "hash of the post", hashlib.sha256(seals[-1].encode()).hexdigest() == head["hash"] == list(chain.values())[-1]
    yield "hash of the rows", last["rows"] is None or hashlib.sha256(text.encode()).hexdigest() == last["rows"]
wrong = 0
for path in sys.argv[1:]:
    lines = open(path, encoding="utf-8", newline="").read().rstrip("\n").split("\n")
    head, rows = json.loads(lines[0]), [json.loads(line) for line in lines[1:] if not line.startswith('{"corrects":')]
    RULES.update(head["rules"])
    posted = json.loads([line for line in lines if line.startswith('{"corrects":')][-1])["document"]
    RULES["early"] = head["computedAt"] < datetime.datetime.fromisoformat(posted["window"]["to"].replace("Z", "+00:00")).timestamp() * 1000
    told = {key: value for part in counted(rows, head["week"]) for key, value in part.items()}
    mine, there = dict(leaves(told)), dict(leaves(posted))
    checks = list(sealed(lines, head)) + [(f"{where} {value}", mine.get(where) == value) for where, value in there.items() if where in mine or (value is not None and not where.startswith(GIVEN))]
    checks += [(f"{where} not there", False) for where, value in mine.items() if value and where not in there and where.split(".")[0] in posted]
    if not head["rowsKept"]: print(head["week"], "NOTE: its rows were not kept when it was posted; these are of the day on which the file was made")
    for what, agrees in checks: print(head["week"], what, "agrees" if agrees else f"DISAGREES: {mine.get(what.split()[0])}")
    wrong += sum(not agrees for _, agrees in checks)
    print(head["week"], sum(is_number(value) for _, value in leaves(posted)), "numbers counted again")
sys.exit(1 if wrong else 0)
