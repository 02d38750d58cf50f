import { createHmac, timingSafeEqual } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createWebhookChat, type WebhookChatConfig } from "../../adapters/webhooks/chat.ts";
import { MOST_REFUSALS, PATIENCE_MS } from "../../adapters/webhooks/judge-answer.ts";
import { DEFAULT_DESK } from "../../src/desk.ts";
import { gatherCase, gatherInteraction } from "../../src/outside/gather-views.ts";
import { interactionSchema } from "../../src/outside/shapes.ts";
import { webhookLane } from "../../src/outside/webhook.ts";
import type { CaseAct } from "../../src/recovery/case.ts";
import {
  type Behaviour,
  die,
  endless,
  hang,
  openReceiver,
  type Receiver,
  status,
  type Taken,
} from "../servers/webhooks.ts";
import { createWorld, customer, DAY, HOUR, MINUTE, SECOND, settingsOf, type World } from "../world.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const lane = (id: string) => webhookLane(DEFAULT_DESK, id);

const colleague = { address: "web:agent:bo", role: "agent", name: "Agent Bo" } as const;

interface Setting {
  readonly id: string;
  readonly url: string;
  readonly events?: readonly string[];
  readonly allowPrivate?: boolean;
}

/** How long an answer is waited for where it comes, and where it never does, milliseconds. */
const PATIENT = 10_000;
const IMPATIENT = { timeoutMs: 300 };

/** A desk that tells these programs. */
function telling(webhooks: readonly Setting[], more: Partial<WebhookChatConfig> = {}): World {
  const settings = settingsOf({ ask: { quietHours: "" }, webhooks });
  const webhooksOf = () => settings.webhooks;
  return createWorld({
    settings,
    alsoOn: (clock, store) =>
      createWebhookChat({
        ...{ webhooksOf, store, clock, secrets: [SECRET], publicUrl: () => "https://desk.example", timeoutMs: PATIENT },
        ...more,
      }),
  });
}

const privately = (id: string, { origin }: Receiver, events?: readonly string[]): Setting => ({
  ...{ id, url: `${origin}/${id}`, allowPrivate: true },
  ...(events ? { events } : {}),
});

async function answers(world: World, score: number, comment?: string): Promise<void> {
  const { id: surveyId } = await world.survey();
  const given = comment === undefined ? {} : { comment };
  await world.handle({ kind: "score-given", surveyId, by: customer, score, ...given, via: "tap" });
  await world.settle();
}

const typeOf = ({ body }: Taken) => (JSON.parse(body) as { type: string }).type;
const idOf = ({ headers }: Taken) => headers["webhook-id"];

/** Whether a receiver that was written after the standard takes it. */
function isGenuine({ headers, body }: Taken, secret = SECRET): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const wanted = createHmac("sha256", key).update(signed).digest();
  return String(headers["webhook-signature"])
    .split(" ")
    .map((one) => Buffer.from(one.replace(/^v1,/, ""), "base64"))
    .some((one) => one.length === wanted.length && timingSafeEqual(one, wanted));
}

describe("a program outside", () => {
  it("is told in order of what happens, signed, in the API's shapes", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    await answers(world, 3);
    await answers(world, 4, "Grüße: too slow 残念");
    expect(receiver.taken.map(typeOf)).toEqual([
      ...["survey.asked", "response.created", "case.opened", "response.changed"],
      ...receiver.taken.slice(4).map(typeOf),
    ]);
    expect(receiver.taken.every((one) => isGenuine(one))).toBe(true);
    expect(new Set(receiver.taken.map(idOf)).size).toBe(receiver.taken.length);
    const [asked, created, opened, changed] = receiver.taken.map(({ body }) => JSON.parse(body));
    const { token } = await world.survey();
    expect(asked).toMatchObject({
      timestamp: expect.stringMatching(/Z$/),
      data: { status: "resolved", survey: { state: "asked", url: `https://desk.example/survey/${token}` } },
    });
    expect(created.data).toMatchObject({ fate: { kind: "answered" }, response: { score: 3 }, case: { state: "new" } });
    expect(opened.data).toMatchObject({ state: "new", response: { score: 3 }, steps: [] });
    expect(changed.data).toMatchObject({ response: { score: 4, comment: "Grüße: too slow 残念" } });
    expect(receiver.taken[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-timestamp": String(Math.floor(world.now() / 1_000)),
    });
  });

  it("knows what was asked after a case from an answer that counts in the score", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver, ["survey.asked", "response.created"])]);
    await world.asked();
    await answers(world, 3);
    const [item] = await world.store.list("case", {});
    const resolve = { kind: "case-acted", act: "resolve", note: "Paid back.", by: colleague } as const;
    await world.handle({ ...resolve, caseId: item?.id ?? "" });
    await world.pass(4 * DAY, 6 * HOUR);
    const [again] = await world.store.list("survey", { where: { purpose: "recovery" } });
    await world.handle({ kind: "score-given", surveyId: again?.id ?? "", by: customer, score: 9, via: "tap" });
    await world.settle();
    const told = receiver.taken.map(({ body }) => JSON.parse(body).data);
    for (const data of told) expect(interactionSchema.parse(data)).toEqual(data);
    expect(told.map(({ survey, response }) => [survey.purpose, response?.purpose, response?.score])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, 3],
      ["recovery", undefined, undefined],
      ["recovery", "recovery", 9],
    ]);
  });

  it("is told of a step in a case with the step, and of nothing that it would not see", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver, ["case.changed"])]);
    await world.asked();
    await answers(world, 3);
    expect(receiver.taken).toEqual([]);
    const [item] = await world.store.list("case", {});
    await world.handle({ kind: "case-acted", caseId: item?.id ?? "", act: "claim", by: colleague });
    await world.settle();
    const [told, ...others] = receiver.taken.map(({ body }) => JSON.parse(body).data);
    expect(told).toMatchObject({
      state: "claimed",
      owner: { name: "Agent Bo" },
      steps: [{ act: "claim", number: 1 }],
    });
    expect(others).toEqual([]);
  });

  it("has heard last of the answer and of its case what the API gives, whatever was done", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    const { id: surveyId } = await world.survey();
    const lastOf = (kind: string) => {
      const told = receiver.taken.filter((one) => typeOf(one).startsWith(kind)).at(-1);
      return told && (JSON.parse(told.body) as { data: unknown }).data;
    };
    const act = async (name: CaseAct, note?: string) => {
      const [item] = await world.store.list("case", {});
      const words = note === undefined ? {} : { note };
      await world.handle({ kind: "case-acted", caseId: item?.id ?? "", act: name, by: colleague, ...words });
    };
    const comment = () => world.handle({ kind: "comment-given", surveyId, by: customer, comment: "Slow", via: "form" });
    const steps = [
      ...[() => answers(world, 3), comment, () => act("claim"), () => act("note", "Called"), () => answers(world, 2)],
      ...[() => answers(world, 9), () => answers(world, 4), () => act("contact"), () => act("resolve", "Paid back")],
      ...[
        () => act("take-back"),
        () => act("close", "No answer"),
        () => act("reopen"),
        () => world.pass(3 * DAY, HOUR),
      ],
    ];
    for (const step of steps) {
      await step();
      await world.settle();
      const [item] = await world.store.list("case", {});
      const interaction = await world.interaction();
      if (!item) throw new Error("There is no case");
      expect(lastOf("case.")).toEqual(await gatherCase(world.store, item, world.now()));
      const { response } = await gatherInteraction(world.store, interaction, "");
      expect(lastOf("response.")).toMatchObject({ response });
    }
    await world.handle({ kind: "answer-withdrawn", surveyId, by: customer, isSure: true });
    await world.settle();
    for (const kind of ["response.", "case."]) expect(lastOf(kind)).not.toHaveProperty("response");
    expect(new Set(receiver.taken.map(idOf)).size).toBe(receiver.taken.length);
  });

  it("is told of a digest when it is posted", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver, ["digest.posted"])]);
    await world.asked();
    await answers(world, 9);
    await world.pass(8 * DAY, HOUR);
    const [told] = receiver.taken.map(({ body }) => JSON.parse(body));
    const [row] = await world.store.list("digest", {});
    expect(told).toEqual({ type: "digest.posted", timestamp: expect.any(String), data: row?.document });
  });

  it("knows either of two secrets while they are changed", async () => {
    const receiver = await openReceiver();
    const next = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
    const world = telling([privately("crm", receiver)], { secrets: [next, SECRET] });
    await world.asked();
    for (const secret of [next, SECRET]) expect(receiver.taken.every((one) => isGenuine(one, secret))).toBe(true);
    expect(isGenuine(receiver.taken[0] as Taken, `whsec_${Buffer.alloc(32, 8).toString("base64")}`)).toBe(false);
  });
});

describe("a program that misbehaves", () => {
  it.each<[string, Behaviour]>([
    ["fails", status(500, {}, "<h1>Oops</h1>\n\u0007 at line 1")],
    ["is busy", status(503)],
    ["hangs", hang],
    ["closes the connection", die],
    ["never ends its fault", endless(502)],
    ["sends us elsewhere", status(307, { Location: "http://169.254.169.254/latest/meta-data" })],
    ["refuses for a while", status(401)],
  ])("is told again under the same id, in order, when it %s", async (_, behaviour) => {
    const receiver = await openReceiver();
    receiver.next.push(behaviour);
    const isSilent = behaviour === hang;
    const world = telling([privately("crm", receiver)], isSilent ? IMPATIENT : {});
    await world.asked();
    expect(receiver.taken).toHaveLength(1);
    const [waiting] = await world.posts(lane("crm"));
    expect(waiting).toMatchObject({ state: "pending", attempts: 1, error: expect.stringMatching(/^\P{C}+$/u) });
    await answers(world, 3);
    expect(receiver.taken).toHaveLength(1);
    await world.pass(10 * SECOND, SECOND);
    expect(receiver.taken.map(typeOf)).toEqual(["survey.asked", "survey.asked", "response.created", "case.opened"]);
    const [first, second] = receiver.taken;
    expect(idOf(second as Taken)).toBe(idOf(first as Taken));
    expect(receiver.taken.every((one) => isGenuine(one))).toBe(true);
    expect((await world.posts(lane("crm"))).map(({ state }) => state)).toEqual(["posted", "posted", "posted"]);
  });

  it("is not told again for an answer whose body never ends, if it took what was sent", async () => {
    const receiver = await openReceiver(endless(200));
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    await world.pass(MINUTE, SECOND);
    expect(receiver.taken).toHaveLength(1);
    expect(await world.posts(lane("crm"))).toMatchObject([{ state: "posted", reference: "200" }]);
  });

  it("is left alone for as long as it asks", async () => {
    const receiver = await openReceiver();
    receiver.next.push(status(429, { "Retry-After": "120" }));
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    await world.pass(119 * SECOND, SECOND);
    expect(receiver.taken).toHaveLength(1);
    await world.pass(SECOND, SECOND);
    expect(receiver.taken).toHaveLength(2);
  });

  it("is given up for each post that it refuses again and again, and told the next", async () => {
    const receiver = await openReceiver();
    receiver.next.push(...Array.from({ length: MOST_REFUSALS }, () => status(400, {}, "no such field: mood")));
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    await answers(world, 9);
    await world.pass(2 * HOUR);
    expect(receiver.taken).toHaveLength(MOST_REFUSALS + 1);
    const [failed, next] = await world.posts(lane("crm"));
    expect(failed).toMatchObject({ state: "failed", error: "400 Bad Request: no such field: mood (12 times)" });
    expect(next).toMatchObject({ state: "posted" });
    expect(world.log.faults).toHaveLength(1);
  });

  it("is tried for three days where it is out of reach, and then no more", async () => {
    const receiver = await openReceiver(status(502));
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    world.sleep(PATIENCE_MS - HOUR);
    await world.settle();
    expect(await world.posts(lane("crm"))).toMatchObject([{ state: "pending" }]);
    await world.pass(2 * HOUR);
    expect(await world.posts(lane("crm"))).toMatchObject([
      { state: "failed", error: "502 Bad Gateway (for three days)" },
    ]);
  });

  it("keeps neither people nor other programs waiting", async () => {
    const [slow, quick] = [await openReceiver(hang), await openReceiver()];
    const world = telling([privately("slow", slow), privately("quick", quick)], IMPATIENT);
    await world.asked();
    await answers(world, 3);
    expect(world.chat.posted.length).toBeGreaterThan(0);
    expect(quick.taken.map(typeOf)).toEqual(["survey.asked", "response.created", "case.opened"]);
    expect(await world.posts(lane("slow"))).toMatchObject([{ state: "pending" }, {}, {}]);
  });

  it("that answers 410 is told nothing more, with a loud word, until something is replayed", async () => {
    const receiver = await openReceiver();
    receiver.next.push(status(410));
    const world = telling([privately("crm", receiver)]);
    await world.asked();
    await answers(world, 3);
    expect(receiver.taken).toHaveLength(1);
    expect(world.log.faults).toHaveLength(3);
    const stopped = await world.posts(lane("crm"));
    expect(stopped.map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
    expect(stopped.every(({ error }) => error?.startsWith("410 Gone: nothing more is sent there"))).toBe(true);
    await world.handle({ kind: "said-again", postId: stopped[1]?.id ?? "" });
    await world.settle();
    expect(receiver.taken.map(typeOf)).toEqual(["survey.asked", "response.created"]);
    expect(idOf(receiver.taken[1] as Taken)).toBe(stopped[1]?.id);
    await answers(world, 5);
    expect(receiver.taken.map(typeOf).slice(2)).toContain("response.changed");
  });
});

describe("an interrupted delivery", () => {
  it("is made again under the same id by whoever takes it up", async () => {
    const receiver = await openReceiver();
    const world = telling([privately("crm", receiver)]);
    world.chat.answer = ({ post }) => ({ kind: "posted", reference: post.id });
    await world.asked();
    const [post] = await world.posts(lane("crm"));
    if (!post) throw new Error("Nothing was said");
    const cut = { ...post, state: "sending", postedAt: null, reference: null } as const;
    await world.allDesks.save(DEFAULT_DESK, { id: null, at: world.now() }, [{ table: "post", row: cut }]);
    await world.settle();
    expect(receiver.taken.map(idOf)).toEqual([post.id, post.id]);
    expect(await world.posts(lane("crm"))).toMatchObject([{ state: "posted" }]);
  });
});

describe("a private network", () => {
  const inner = async (url: string, resolve?: WebhookChatConfig["resolve"]) => {
    const world = telling([{ id: "crm", url }], resolve ? { resolve } : {});
    await world.asked();
    const [post] = await world.posts(lane("crm"));
    return { post, faults: world.log.faults };
  };

  it("is never reached unless that is allowed, by whatever name or address", async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.origin);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "169.254.169.254"]) {
      const { post, faults } = await inner(`https://${host}:${port}/`);
      expect(post).toMatchObject({ state: "pending", error: expect.stringContaining("private network") });
      expect(faults).toMatchObject([expect.stringContaining("allowPrivate")]);
    }
    expect(receiver.taken).toEqual([]);
  });

  it("is not reached by a name that leads there, be it beside a public address or at the second look", async () => {
    const receiver = await openReceiver();
    const url = `https://hooks.example.org:${new URL(receiver.origin).port}/`;
    const v4 = (...addresses: string[]) => addresses.map((address) => ({ address, family: 4 }));
    const { post } = await inner(url, async () => v4("203.0.114.7", "127.0.0.1"));
    expect(post?.error).toContain("hooks.example.org leads to 127.0.0.1, which is in a private network");
    let looks = 0;
    const turning = async () => v4(looks++ === 0 ? "127.0.0.1" : "203.0.114.7");
    expect((await inner(url, turning)).post?.error).toContain("leads to 127.0.0.1");
    expect([looks, receiver.taken.length]).toEqual([1, 0]);
  });

  it("is reached at the address that was looked at, where it is allowed", async () => {
    const receiver = await openReceiver();
    const { port } = new URL(receiver.origin);
    let looks = 0;
    const resolve = async () => {
      looks += 1;
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const url = `http://hooks.example.org:${port}/in?key=1`;
    const world = telling([{ id: "crm", url, allowPrivate: true }], { resolve });
    await world.asked();
    expect(receiver.taken).toMatchObject([{ path: "/in?key=1", headers: { host: `hooks.example.org:${port}` } }]);
    expect(looks).toBe(1);
  });
});

describe("what cannot be sent", () => {
  it("waits for the secret, and is refused where the settings have the webhook no more", async () => {
    const receiver = await openReceiver();
    const unsigned = telling([privately("crm", receiver)], { secrets: [] });
    await unsigned.asked();
    expect(await unsigned.posts(lane("crm"))).toMatchObject([{ state: "pending" }]);
    expect(unsigned.log.faults).toEqual(["Set EMPTYCHAIR_WEBHOOK_SECRET"]);
    const dropped = telling([privately("crm", receiver)], { webhooksOf: () => [] });
    await dropped.asked();
    expect(await dropped.posts(lane("crm"))).toMatchObject([{ state: "failed" }]);
    expect(receiver.taken).toEqual([]);
  });
});
