import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Config } from "../../adapters/config.ts";
import { METRICS } from "../../adapters/metrics/catalogue.ts";
import { exposed } from "../../adapters/metrics/exposition.ts";
import { createDurationCounter } from "../../adapters/metrics/instruments.ts";
import { postFaultOf } from "../../adapters/metrics/post-fault.ts";
import { documented } from "../readme.ts";
import { sharedDatabases } from "../servers/postgres-databases.ts";
import { openDesk } from "../web/open-desk.ts";
import { type Program, startWith } from "../web/program.ts";
import { askedTalk, soon } from "../web/two-desks.ts";

const HOSTILE = 'B" \\ {x="1"} 1';
const ask = { delay: "0s", quietHours: "" };
const deskNamed = (id: string, name: string) => ({
  ...{ id, ask, desk: { name, brand: name.slice(0, 1), zone: "UTC" } },
  products: [{ id: `${id}-app`, name: "App" }],
});

const databases = sharedDatabases();

let program: Program;

/** Two desks, at each a question that is answered; and a conversation that was too short to ask about. */
async function walked(more: Partial<Config> = {}): Promise<void> {
  program = await startWith({ desks: [deskNamed("a", "Alpha"), deskNamed("b", HOSTILE)] }, more);
  const surveys = [await askedTalk(program, "a", "T-1"), await askedTalk(program, "b", "T-2")];
  const scores = [9, 2];
  for (const [index, side] of ["a", "b"].entries()) {
    const given = await program.call(
      `/desks/${side}/surveys/${surveys[index]?.id}/response`,
      { score: scores[index] },
      { method: "PUT" },
    );
    expect(given.status).toBe(200);
  }
  await program.call("/desks/a/interactions", { id: "T-3", customer: { id: "c-T-1", name: "Again" } });
  await program.call("/desks/a/interactions/T-3/entries", { author: "customer", text: "It fails again." });
  expect((await program.call("/desks/a/interactions/T-3/resolve", {})).status).toBe(200);
}

async function scrape(): Promise<string> {
  const answer = await program.ask("/metrics");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("version=0.0.4")]);
  return answer.text();
}

/** The number that stands behind the series; undefined where there is none. */
function numberOf(text: string, series: string): number | undefined {
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

const namesIn = (text: string) =>
  [
    ...new Set([...text.matchAll(/emptychair_\w+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ""))),
  ].sort();
const ALL = Object.keys(METRICS).toSorted();

/** What a scrape tells of it, once everything has been posted. */
async function expectNumbers(bytes: (size: number | undefined) => void): Promise<void> {
  const text = await soon(async () => {
    const found = await scrape();
    for (const desk of ["a", "b"])
      expect(numberOf(found, `emptychair_outbox_posts{desk="${desk}",platform="web"}`)).toBe(0);
    return found;
  });
  const of = (series: string) => numberOf(text, `emptychair_${series}`);
  expect(of('asks_total{desk="a",platform="web",kind="recommend"}')).toBe(1);
  expect(text.match(/emptychair_not_asked_total\{.*/g)).toEqual([
    `emptychair_not_asked_total{desk="a",reason="too-short"} 1`,
  ]);
  expect(of('answers_total{desk="a",platform="web",band="promoter"}')).toBe(1);
  expect(of('answers_total{desk="b",platform="web",band="detractor"}')).toBe(1);
  expect([of('cases_open{desk="a"}'), of('cases_open{desk="b"}'), of('cases_overdue{desk="b"}')]).toEqual([0, 1, 0]);
  expect(of('posts_total{desk="b",platform="web",result="posted"}')).toBeGreaterThan(0);
  expect(of('posts_total{desk="a",platform="web",result="refused"}')).toBe(0);
  expect(of('outbox_oldest_seconds{desk="a",platform="web"}')).toBe(0);
  expect(of('events_total{desk="a",kind="score-given",outcome="saved"}')).toBe(1);
  expect(of('event_seconds_count{kind="score-given"}')).toBe(2);
  expect(of('due_work{kind="case"}')).toBe(0);
  expect(of('ready{check="database"}')).toBe(1);
  bytes(of("database_bytes"));
  expect(of('event_loop_lag_seconds{share="1"}')).toBeGreaterThanOrEqual(0);
}

/** Names of labels by which the expression picks and groups; those that Prometheus adds of itself left out. */
function labelsUsed(expr: string): string[] {
  const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = ""]) => names.split(", "));
  const picked = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, pairs = ""]) =>
    [...pairs.matchAll(/(\w+)[!=]~?/g)].map(([, name = ""]) => name),
  );
  return [...grouped, ...picked].filter((name) => !["le", "instance"].includes(name));
}

/** The labels of the metrics that the expression names. */
const labelsOf = (expr: string): string[] =>
  namesIn(expr).flatMap((name) => [...(METRICS[name as keyof typeof METRICS]?.labels ?? [])]);

it("have the same numbers where Postgres keeps the rows, but for the size of a file", async () => {
  await walked({ database: { engine: "postgres", url: await databases.bare() } });
  await expectNumbers((size) => expect(size).toBeUndefined());
  await program.stop();
});

describe("the metrics", () => {
  beforeAll(async () => {
    await walked();
    return () => program.stop();
  });

  it("have the numbers of what happened, and of what stands there now", async () => {
    await expectNumbers((size) => expect(size).toBeGreaterThan(100_000));
  });

  it("have the labels that are said of them, and each has a number but where nothing of it has happened", async () => {
    const series = [...(await scrape()).matchAll(/^(emptychair_\w+)(?:\{(.*)\})? [\d.e+-]+$/gm)];
    const labels = new Map(ALL.map((name) => [name, new Set<string>()]));
    const told = new Set<string>();
    for (const [, full = "", pairs = ""] of series) {
      const name = ALL.includes(full) ? full : full.replace(/_(?:bucket|sum|count)$/, "");
      told.add(name);
      for (const [, label = ""] of pairs.matchAll(/(?:^|,)(\w+)="/g)) if (label !== "le") labels.get(name)?.add(label);
    }
    expect(ALL.filter((name) => !told.has(name))).toEqual([
      "emptychair_catch_ups_total",
      "emptychair_digest_age_seconds",
    ]);
    for (const [name, { labels: said }] of Object.entries(METRICS))
      if (told.has(name)) expect([...said], name).toEqual(expect.arrayContaining([...(labels.get(name) ?? [])]));
  });

  it("tell of a case that is late, with the clock", async () => {
    program.skip(5 * 86_400_000);
    expect(numberOf(await scrape(), 'emptychair_cases_overdue{desk="b"}')).toBe(1);
  });

  it("write a hostile name so that it stays one label", async () => {
    const [line] = (await scrape()).split("\n").filter((one) => one.startsWith('emptychair_desk_info{desk="b"'));
    expect(line).toBe('emptychair_desk_info{desk="b",name="B\\" \\\\ {x=\\"1\\"} 1"} 1');
    const odd = exposed({ emptychair_desk_info: [{ labels: { name: 'a"\nx 1' }, value: 1 }] });
    expect(odd).toContain('emptychair_desk_info{name="a\\"\\nx 1"} 1\n');
  });

  it("are named alike in a scrape, in the README, in the dashboard and in the alerts", async () => {
    const told = (await scrape()).matchAll(/^# TYPE (\w+) (\w+)$/gm);
    expect([...told].map(([, name, type]) => `${name} ${type}`)).toEqual(
      Object.entries(METRICS).map(([name, { type }]) => `${name} ${type}`),
    );
    const readme = documented(
      readFileSync("README.md", "utf8"),
      ["metric", "labels", "what"],
      ["metric", "labels", "what"],
    );
    const catalogue = Object.entries(METRICS).map(([name, { labels, help }]) =>
      [name, labels.join(", "), help].join(" = "),
    );
    expect(readme.map((row) => row.replaceAll("`", ""))).toEqual(catalogue);
    const { panels } = JSON.parse(readFileSync("data/operate/grafana.json", "utf8")) as {
      readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
    };
    const drawn = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    expect(namesIn(drawn.join("\n"))).toEqual(ALL);
    const { groups } = parse(readFileSync("data/operate/alerts.yaml", "utf8")) as {
      readonly groups: readonly {
        readonly rules: readonly { readonly expr: string; readonly annotations: object }[];
      }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    const alerting = namesIn(rules.map(({ expr }) => expr).join("\n"));
    expect(alerting.filter((name) => !ALL.includes(name))).toEqual([]);
    for (const expr of [...drawn, ...rules.map((rule) => rule.expr)])
      expect(labelsOf(expr), expr).toEqual(expect.arrayContaining(labelsUsed(expr)));
    for (const { expr, annotations } of rules)
      for (const [, label = ""] of JSON.stringify(annotations).matchAll(/\$labels\.(\w+)/g))
        expect(expr).toMatch(new RegExp(`by \\([^)]*\\b${label}\\b`));
    expect(alerting.length).toBeGreaterThan(5);
  });
});

describe("who may read them", () => {
  const statusOf = async (readers: readonly string[], headers: Record<string, string> = {}) => {
    const metrics = { text: async () => "x 1\n", contentType: "text/plain", readers };
    return (await (await openDesk({ metrics })).ask("/metrics", { headers })).status;
  };

  it("is whoever calls from this machine, and nobody for whom a proxy asks", async () => {
    expect(await statusOf([])).toBe(200);
    for (const header of ["X-Forwarded-For", "Forwarded"])
      expect(await statusOf([], { [header]: "127.0.0.1" })).toBe(403);
  });

  it("is whom the settings name, by the last whom a proxy names", async () => {
    const by = (address: string) => ({ "X-Forwarded-For": address });
    expect(await statusOf(["10.0.0.0/8"], by("192.0.2.1, 10.2.3.4"))).toBe(200);
    expect(await statusOf(["10.0.0.0/8"], by("10.2.3.4, 192.0.2.1"))).toBe(403);
    expect(await statusOf(["2001:db8::/32"], by("2001:db8::7"))).toBe(200);
    expect(await statusOf(["any"], by("192.0.2.1"))).toBe(200);
  });
});

it("adds up how long things took, each bound with all that is below it", () => {
  const times = createDurationCounter();
  for (const seconds of [0.002, 0.002, 0.3, 60]) times.observe({ kind: "x" }, seconds);
  const of = (le: string) => times.samples().find(({ labels }) => labels.le === le)?.value;
  expect([of("0.001"), of("0.0025"), of("0.5"), of("10"), of("+Inf")]).toEqual([0, 2, 3, 3, 4]);
});

it("tells in one of a few words what stood in the way of a post", () => {
  const faultOf = (reason: string) => postFaultOf({ kind: "retry", reason });
  expect(["ratelimited", "is_archived", "invalid_auth", "fetch failed", "internal_error", "odd"].map(faultOf)).toEqual([
    ...["limited", "closed", "token", "network", "platform", "other"],
  ]);
  expect(postFaultOf({ kind: "posted", reference: "1" })).toBeNull();
});
