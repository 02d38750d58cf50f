import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore, temporaryFolder } from "../database/open-store.ts";
import { countingIds, createWorld, settingsOf } from "../world.ts";
import { withQuestion } from "./api/help-desk.ts";
import { API_KEY, DESK_KEY, type OpenDesk } from "./open-desk.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The status of a request that goes out exactly as it is written, with every key there is. */
function statusOf(desk: OpenDesk, { method, path, headers = {}, body }: Sent): Promise<number> {
  const keys = {
    Authorization: `Bearer ${API_KEY}`,
    Cookie: `emptychair-${desk.port}=${DESK_KEY}`,
    Origin: desk.origin,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: desk.port, method, path, headers: { ...keys, ...headers } });
    sent.on("response", (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A desk with a question, on a database file. */
async function deskOnFile(): ReturnType<typeof withQuestion> {
  const store = await openStore(join(temporaryFolder(), "desk.db"));
  const settings = settingsOf({ ask: { quietHours: "" } });
  return withQuestion({ from: createWorld({ settings, ids: countingIds(), store }) });
}

async function expectNoFault(desk: OpenDesk, sent: readonly Sent[]): Promise<void> {
  for (const one of sent) {
    const status = await statusOf(desk, one);
    expect({ ...one, body: String(one.body ?? "").slice(0, 80), status, isOurs: status >= 500 }).toMatchObject({
      isOurs: false,
    });
  }
  expect(desk.world.log.faults).toEqual([]);
  expect((await desk.ask("/healthz")).status).toBe(200);
}

const DEEP = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const BODIES: readonly (string | Buffer)[] = [
  ...["", "null", "true", "5", "1e400", "-0", '"text"', "[]", "[[]]", "{}", "{", "NaN", '{"__proto__":null}'],
  ...[DEEP(2_000), `${"[".repeat(50_000)}${"]".repeat(50_000)}`, "\0", '{"id":"\\u0000"}', '{"id":"\\ud800"}'],
  Buffer.from([0xff, 0xfe, 0x00]),
  '{"id":1e308,"customer":{"id":[]},"openedAt":1e308}',
  '{"id":"x","customer":{"id":"c","locale":"\\u0000","zone":"../../etc"}}',
  '{"id":"x","customer":{"id":"c"},"openedAt":"+275760-09-13T00:00:00Z"}',
  '{"id":"x","customer":{"id":"c"},"openedAt":"9999-12-31T23:59:59.999999999Z"}',
  '{"id":"y","customer":{"id":"c"},"openedAt":"0000-01-01T00:00:00+23:59"}',
  '{"author":"customer","text":"late","at":"9999-12-31T23:59:59Z"}',
  '{"author":"agent","text":"early","at":"0001-01-01T00:00:00Z","name":"agent:agent"}',
  '{"score":1e400}',
  '{"score":-1}',
  '{"score":9007199254740993}',
  '{"score":"7"}',
  '{"score":7,"comment":null}',
];
const IDS = [
  "T-1",
  "%",
  "%00",
  "%E0%A4%A",
  "%2F..%2F",
  "..",
  "a%0Ab",
  "%F0%9F%98%80",
  "x".repeat(5_000),
  "' OR 1=1 --",
];
const WEEKS = [
  ...["0000-W01", "0001-W01", "0001-W02", "1969-W52", "1970-W01", "1970-W53", "2026-W00", "2026-W54", "2026-W99"],
  ...["9999-W01", "9999-W52", "9999-W99", "99999-W01", "-2026-W01", "2026-w46", "2026W46", "", "%00", "%", "NaN"],
];

const asPath = (id: string) => id.replaceAll(" ", "%20").replaceAll("'", "%27");

describe("nonsense", () => {
  it("sent to the help-desk API is the caller's fault", async () => {
    const desk = await deskOnFile();
    const json = { "Content-Type": "application/json" };
    const paths = ["/interactions", "/interactions/T-1/entries", "/interactions/T-1/resolve"];
    const writes = BODIES.flatMap((body) => [
      ...paths.map((path): Sent => ({ method: "POST", path: `/api/v1${path}`, headers: json, body })),
      { method: "PUT", path: `/api/v1/surveys/${desk.surveyId}/response`, headers: json, body },
      { method: "POST", path: "/api/v1/interactions", headers: { ...json, "Idempotency-Key": "one" }, body },
    ]);
    const types = ["text/plain", "application/json; charset=utf-16", "multipart/form-data", "application/json;;;", ""];
    const typed = types.map(
      (type): Sent => ({
        ...{ method: "POST", path: "/api/v1/interactions", body: "{}" },
        headers: { "Content-Type": type },
      }),
    );
    const keys = ["\u00ff", " ", "a b", "k".repeat(256)].map(
      (key): Sent => ({
        ...{ method: "POST", path: "/api/v1/interactions", body: "{}" },
        headers: { ...json, "Idempotency-Key": key },
      }),
    );
    const named = IDS.map(asPath).flatMap((id): Sent[] => [
      { method: "GET", path: `/api/v1/interactions/${id}` },
      { method: "POST", path: `/api/v1/interactions/${id}/resolve`, headers: json, body: "{}" },
      { method: "PUT", path: `/api/v1/surveys/${id}/response`, headers: json, body: '{"score":7}' },
      { method: "GET", path: `/api/v1/desks/${id}/interactions/T-1` },
    ]);
    const methods = ["HEAD", "OPTIONS", "PATCH", "DELETE", "TRACE", "PROPFIND"].map(
      (method): Sent => ({
        ...{ method, path: "/api/v1/interactions" },
      }),
    );
    await expectNoFault(desk, [...writes, ...typed, ...keys, ...named, ...methods]);
  });

  it("asked of weeks is the caller's fault", async () => {
    const desk = await deskOnFile();
    const asked = WEEKS.flatMap((week): Sent[] => [
      { method: "GET", path: `/api/v1/digest?week=${week}` },
      { method: "GET", path: `/digest/${week}` },
      { method: "GET", path: `/digest/${week}?revision=1e400` },
    ]);
    const revisions = ["-1", "0", "1e308", "x", "%00", "9999999999999999999999"].map(
      (revision): Sent => ({
        ...{ method: "GET", path: `/digest/2026-W46?revision=${revision}` },
      }),
    );
    await expectNoFault(desk, [...asked, ...revisions]);
    for (const week of ["0001-W01", "2026-W54", "9999-W99", "1969-W52"]) {
      expect([week, (await desk.call(`/digest?week=${week}`)).status]).toEqual([week, 400]);
      expect([week, (await desk.sit(`/digest/${week}`)).status]).toEqual([week, 404]);
    }
    expect((await desk.call("/digest?week=9999-W01")).status).toBe(404);
  });

  it("sent by a form, or asked for in an address, is the sender's fault", async () => {
    const desk = await deskOnFile();
    const [survey] = await desk.world.store.list("survey", {});
    const forms = ["/customer/message", "/customer/act", "/agent/reply", "/agent/resolve", "/team/act"];
    const places = [...forms, "/digest/decide", `/survey/${survey?.token}`, "/survey/unknown"];
    const bodies: readonly (readonly [string, string | Buffer])[] = [
      ["multipart/form-data", "x"],
      ["multipart/form-data; boundary=", "--\r\n"],
      ["multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nx"],
      [
        "multipart/form-data; boundary=b",
        '--b\r\nContent-Disposition: form-data; name="form"; filename="f"\r\n\r\nx\r\n--b--',
      ],
      ["application/x-www-form-urlencoded", "form=%&me=%00&chat=%E0%A4%A&text=%ff%fe&score=NaN"],
      [
        "application/x-www-form-urlencoded",
        "form=f&me=abcdef&chat=abcdef&text=a%00b&act=constructor&subject=__proto__",
      ],
      [
        "application/x-www-form-urlencoded",
        "form=g&name=Ash&act=score&score=1e400&subject=%00&conversation=%00&week=%00",
      ],
      ["application/x-www-form-urlencoded", "__proto__=1&constructor=2&hasOwnProperty=3&choice=answer&score=11&form=h"],
      ["application/json", "null"],
      ["text/plain", Buffer.from([0xff])],
      ["", ""],
    ];
    const posts = places.flatMap((path) =>
      bodies.map(([type, body]): Sent => ({ method: "POST", path, headers: { "Content-Type": type }, body })),
    );
    const addresses = IDS.map(asPath).flatMap((id) =>
      [`/survey/${id}`, `/survey/${id}?score=${id}`, `/public/${id}`, `/desks/${id}`, `/desks/${id}/team`].concat([
        `/customer?me=${id}&chat=${id}&lang=${id}`,
        `/agent?name=${id}&conversation=${id}`,
        `/team?name=${id}`,
        `/${id}`,
      ]),
    );
    const streams = ["0", "-1", "NaN", "x".repeat(2_000)].map(
      (last): Sent => ({
        ...{ method: "GET", path: "/live", headers: { "Last-Event-ID": last, "Accept-Language": "*;q=x,,%" } },
      }),
    );
    const asked = addresses.map((path): Sent => ({ method: "GET", path }));
    await expectNoFault(desk, [...posts, ...asked, ...streams]);
    expect(await statusOf(desk, { ...posts[0], method: "POST", path: `/survey/${survey?.token}` })).toBe(400);
  });
});

it("takes a form that was sent on two survey links for two answers", async () => {
  const desk = await deskOnFile();
  const answer = (token: string | undefined, score: string) =>
    desk.sit(`/survey/${token}`, {
      method: "POST",
      body: new URLSearchParams({ form: "same", choice: "answer", score }),
    });
  await desk.call("/interactions", { id: "T-2", customer: { id: "c-2" } });
  await desk.call("/interactions/T-2/entries", { author: "customer", text: "Hello" });
  await desk.call("/interactions/T-2/entries", { author: "agent", text: "Hello" });
  await desk.call("/interactions/T-2/resolve", {});
  await desk.world.pass(6 * 60_000);
  const surveys = await desk.world.store.list("survey", {});
  expect(surveys).toHaveLength(2);
  for (const { token } of surveys) expect((await answer(token, "9")).status).toBe(303);
  expect(await desk.world.store.list("response", {})).toHaveLength(2);
  expect(await desk.world.store.list("revision", {})).toHaveLength(2);
});
