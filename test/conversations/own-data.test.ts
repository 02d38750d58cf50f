import { describe, expect, it } from "vitest";
import { agent, createWorld, DAY, MINUTE, settingsOf, type Unstamped, type World } from "../world.ts";
import { postsOf, tap } from "./talk.ts";

const person = { address: "chat:one:u7", role: "customer", name: "Customer One", locale: "en" } as const;
const CHANNEL = "chat:one:c1";

function world(settings = {}): World {
  return createWorld({ platform: "chat", teamLanes: ["chat:one:team"], settings: settingsOf(settings) });
}

let messages = 0;
function direct(text: string): Unstamped {
  messages += 1;
  const what = { kind: "message", conversation: person.address, messageId: `d${messages}`, author: person } as const;
  return { ...what, text, isDirect: true, writeIn: ["#support"] };
}

async function answered(desk: World, where: string, score: number, comment: string): Promise<void> {
  await desk.writes(person, "My invoice is wrong.", where);
  await desk.writes(agent, "Mended.", where);
  await desk.resolves(agent, { where });
  await desk.pass(5 * MINUTE);
  const surveyId = (await desk.survey()).id;
  await desk.handle(tap(surveyId, score, person));
  await desk.handle({ kind: "comment-given", surveyId, by: person, comment, via: "form" });
}

const said = async (desk: World) => (await desk.posts(person.address)).map(({ message }) => message.text);

describe("what is kept of somebody", () => {
  it("is shown to them word by word on their direct line, and the audit log tells of it without their address", async () => {
    const desk = world();
    await answered(desk, `${CHANNEL}:t1`, 3, "Too slow for me.");
    await desk.handle(direct("my data"));
    const words = (await said(desk)).join("\n");
    expect(words).toContain("My invoice is wrong.");
    expect(words).toContain("Too slow for me.");
    const audits = await desk.store.list("audit", { where: { act: "exported" } });
    expect(audits).toMatchObject([{ via: "chat", byAddress: null }]);
  });

  it("is put right by them: name and e-mail at once, and no platform puts it wrong again; the rest by the team", async () => {
    const desk = world();
    await desk.writes(person, "Hello", `${CHANNEL}:t1`);
    await desk.handle(direct("correct my name to Maria Silva"));
    await desk.handle(direct("correct my e-mail to nonsense"));
    await desk.handle(direct("berichtige E-Mail maria@example.com"));
    await desk.handle(direct("correct: my order was in May"));
    await desk.writes(person, "Again", `${CHANNEL}:t1`);
    expect(await desk.store.list("customer", {})).toMatchObject([{ name: "Maria Silva", email: "maria@example.com" }]);
    const [alert] = (await desk.posts("chat:one:team")).filter(({ message }) => message.kind === "alert");
    expect(alert?.message.quote?.text).toBe("my order was in May");
    expect((await said(desk))[1]).toContain("What should we put right?");
  });

  it("is quoted to nobody once they do not want to be read, though their case goes on", async () => {
    const desk = world({ digest: { minAnswers: 1 } });
    await answered(desk, `${CHANNEL}:t1`, 3, "The marzipan came too late again.");
    await desk.handle(direct("Bitte lest meine Nachrichten nicht"));
    await desk.handle(direct("stop"));
    expect(await desk.store.list("customer", {})).toMatchObject([{ readOptOutAt: desk.now(), optedOutAt: desk.now() }]);
    await desk.pass(8 * DAY, DAY);
    const [digest] = await desk.store.list("digest", {});
    expect(JSON.stringify(digest)).not.toContain("marzipan");
    expect(digest?.document.nps.answers).toBe(1);
    expect(JSON.stringify(await desk.posts("chat:one:team"))).toContain("marzipan");
    await desk.handle(direct("you can read my messages"));
    expect(await desk.store.list("customer", {})).toMatchObject([
      { readOptOutAt: null, optedOutAt: expect.any(Number) },
    ]);
  });
});

it("passes on no praise of somebody who does not want to be read", async () => {
  const desk = world({ ask: { cooldownAnswered: "0s", cooldownUnanswered: "0s" } });
  await answered(desk, `${CHANNEL}:t1`, 10, "The persimmon was a pleasure.");
  await desk.handle(direct("Bitte lest meine Nachrichten nicht"));
  await answered(desk, `${CHANNEL}:t2`, 10, "The tangerine was a pleasure.");
  await desk.pass(MINUTE);
  const passed = JSON.stringify(await desk.posts(agent.address));
  expect([passed.includes("persimmon"), passed.includes("tangerine")]).toEqual([true, false]);
  expect(await desk.store.list("response", {})).toHaveLength(2);
});

it("tells a customer once in a channel that conversations may be read, in the question and not the reminder", async () => {
  const desk = world({ ask: { cooldownAnswered: "0s", cooldownUnanswered: "0s" } });
  const hints: boolean[] = [];
  for (const where of [`${CHANNEL}:t1`, `${CHANNEL}:t2`, "chat:one:c2:t1"]) {
    await answered(desk, where, 9, "Good.");
    const [question] = await postsOf(desk, "question", where);
    hints.push(question?.message.notice?.includes("don’t read") ?? false);
  }
  expect(hints).toEqual([true, false, true]);
});

it("takes such words in a conversation as words to people", async () => {
  const desk = world();
  await desk.writes(person, "delete my data", `${CHANNEL}:t1`);
  expect(await desk.store.list("tombstone", {})).toEqual([]);
  expect(await desk.store.list("entry", {})).toHaveLength(1);
});
