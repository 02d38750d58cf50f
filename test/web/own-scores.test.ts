import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { countingIds, createWorld, HOUR, settingsOf } from "../world.ts";
import { cookiesOf, invite, PASSWORD, send } from "./doorway.ts";
import type { OpenDesk } from "./open-desk.ts";
import { openDesk } from "./open-desk.ts";
import { unhappy } from "./unhappy.ts";

const HELPER: Person = { address: "slack:T1:U7", role: "agent", name: "Ash" };
const SECOND: Person = { address: "slack:T1:U8", role: "agent", name: "Birch" };
const SETTINGS = settingsOf({
  ask: { delay: "0s", quietHours: "", cooldownAnswered: "0s", cooldownUnanswered: "0s" },
  products: [{ id: "app", name: "Mobile app" }],
});

interface Told {
  readonly desk: OpenDesk;
  readonly Cookie: string;
  readonly caseId: string;
  readonly interactionId: string;
  readonly customerId: string;
}

/** A desk at which the agent who is signed in has helped somebody, who then gave the score. */
async function helped(score: number, tie: Person | null, settings = SETTINGS): Promise<Told> {
  const ids = countingIds();
  const world = createWorld({ settings, ids });
  const desk = await openDesk({ from: world, settings });
  const entered = await send(desk, await invite(desk, "Quinn Sample", "agent"), {
    ...{ name: "Quinn Sample", email: "", password: PASSWORD },
  });
  const [account] = await world.store.list("account", {});
  const tied = { act: "tie", subject: account?.id ?? "", chat: tie?.address ?? "" };
  if (tie) await desk.sit("/people/act", { method: "POST", body: new URLSearchParams(tied) });
  const caseId = await unhappy(world, "Robin", { score, product: "app", comment: "It never came.", helper: HELPER });
  await world.writes({ address: "web:customer:Robin", role: "customer" }, "And again?", "web:chat:Robin2");
  await world.writes(SECOND, "Done.", "web:chat:Robin2");
  await world.pass(HOUR, HOUR);
  const item = await world.store.get("case", caseId);
  const { interactionId = "", customerId = "" } = item ?? {};
  return { desk, Cookie: cookiesOf(entered), caseId, interactionId, customerId };
}

/** Pages and calls on which something about the one answer may stand. Figures of everybody are none of them. */
function asked({ caseId, interactionId, customerId }: Told): readonly (readonly [string, Record<string, string>?])[] {
  const form = { form: "f1", subject: caseId };
  return [
    ...["", "?list=all", "?score=2", "?score=5", "?list=all&score=5", "?list=all&band=detractor"].map(
      (query) => [`/cases${query}`] as const,
    ),
    [`/cases/${caseId}`],
    [`/conversations/${interactionId}`],
    [`/customers/${customerId}`],
    [`/agent?conversation=${interactionId}`],
    ...(["/team", "/team/enhance", "/search?q=never", "/settings", "/people", "/settings/work"] as const).map(
      (path) => [path] as const,
    ),
    [`/customers/${customerId}/data`, form],
    [`/conversations/${interactionId}/exclude`, { ...form, subject: "x", reason: "" }],
    ["/cases/act", { ...form, act: "case-resolve", page: "case", back: "" }],
    ["/team/act", { ...form, act: "case-resolve", place: `case-${caseId}` }],
    ["/settings/work/export", { what: "responses" }],
    ["/settings/work/backup", { subject: "x" }],
  ];
}

async function answersTo(told: Told): Promise<Map<string, string>> {
  const { desk, Cookie } = told;
  const answers = new Map<string, string>();
  for (const [path, fields] of asked(told)) {
    const answer = fields ? await send(desk, path, fields, Cookie) : await desk.ask(path, { headers: { Cookie } });
    answers.set(`${fields ? "POST " : ""}${path}`, `${answer.status} ${await answer.text()}`);
  }
  return answers;
}

describe("an agent who helped", () => {
  it.each([
    ["tied to their chat", HELPER],
    ["tied to none, and so perhaps anybody there", null],
  ] as const)("reads and is refused the same whatever they were given: %s", async (_, tie) => {
    const [two, five] = [await answersTo(await helped(2, tie)), await answersTo(await helped(5, tie))];
    const differing = [...two].filter(([path, text]) => five.get(path) !== text).map(([path]) => path);
    expect(differing).toEqual([]);
    expect(two.get("/cases?list=all")).toContain("It never came.");
    const statuses = [...two].filter(([path]) => /settings|people|search|data/.test(path));
    for (const [path, text] of statuses) expect([path, text.slice(0, 3)]).toEqual([path, "403"]);
  });

  it("reads another score where the settings show it, and where a colleague helped", async () => {
    const open = settingsOf({ ask: { delay: "0s", quietHours: "" }, recovery: { agentsSeeOwnScores: true } });
    for (const told of [await helped(2, HELPER, open), await helped(2, SECOND)]) {
      const list = await told.desk.ask("/cases?list=all", { headers: { Cookie: told.Cookie } });
      expect(await list.text()).toMatch(/Score <\/span>2</);
    }
  });

  it("finds no score of theirs among the comments, in the file neither, and looks at whole weeks alone", async () => {
    const { desk, Cookie } = await helped(2, HELPER);
    const look = async (path: string) => (await desk.ask(path, { headers: { Cookie } })).text();
    const list = (await look("/explore")).split('<ol class="comments">')[1]?.split("</ol>")[0] ?? "";
    expect([list.includes("It never came."), /band-|gave/.test(list)]).toEqual([true, false]);
    const span = "span=2026-11-16..2026-11-16&against=2026-11-15..2026-11-15";
    const file = await look(`/explore.csv?${span}`);
    expect(file).toMatch(/^comment,[^,]+,,,,,,,,It never came\.$/m);
    const spans = /2026-11-\d\d to 2026-11-\d\d/g;
    expect(file.match(spans)).toEqual(["2026-11-16 to 2026-11-23", "2026-11-09 to 2026-11-16"]);
    const byKey = await (await desk.sit(`/explore.csv?name=Oak&${span}`)).text();
    expect(byKey.match(spans)).toEqual(["2026-11-16 to 2026-11-17", "2026-11-15 to 2026-11-16"]);
    expect(byKey).toMatch(/^comment,[^,]+,,2,/m);
  });
});
