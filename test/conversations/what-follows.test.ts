import { describe, expect, it } from "vitest";
import type { Person } from "../../src/interaction/customer.ts";
import { agent, conversation, createWorld, customer, DAY, HOUR, MINUTE, type World } from "../world.ts";
import { createDigestWorld, type DigestWorld, passDays, wordsOf } from "./digest-world.ts";
import { caseIn, postsOf, responseIn, tap } from "./talk.ts";

const REASON = "Nothing works.";
const visitor: Person = { address: "web:customer:1", role: "customer", name: "Visitor 1" };

/** A digest world on Sunday evening, asked about a conversation of that day but not answered. */
async function askedOnSunday() {
  const world = createDigestWorld();
  world.sleep(6 * DAY + 12 * HOUR);
  await world.visit({ score: null });
  return { world, surveyId: (await world.survey()).id };
}

async function newest(world: DigestWorld): Promise<string> {
  const post = (await world.digestPosts()).at(-1);
  if (!post) throw new Error("No digest");
  return wordsOf(post);
}

/** Writes under a message id of its own; gives the id of the entry. */
async function writes(world: World, messageId: string, text: string): Promise<string> {
  await world.handle({ kind: "message", conversation, messageId, author: customer, text });
  return `${conversation}/${messageId}`;
}

const deletes = (world: World, messageId: string) => world.handle({ kind: "message-deleted", conversation, messageId });

const edits = (world: World, messageId: string, text: string) =>
  world.handle({ kind: "message-edited", conversation, messageId, text });

describe("an answer, after the digest of its week was posted", () => {
  it("is quoted no more when its reason is withdrawn as a new question", async () => {
    const { world, surveyId } = await askedOnSunday();
    await world.handle({ ...tap(surveyId, 3, visitor) });
    await world.writes(visitor, REASON, "web:chat:1");
    await world.pass(15 * HOUR, HOUR);
    expect(await newest(world)).toContain(REASON);
    await world.handle({ kind: "new-question", surveyId, by: visitor });
    await world.settle();
    expect((await world.digestPosts()).length).toBe(2);
    expect(await newest(world)).not.toContain(REASON);
  });

  it("is counted there although it is heard of only now", async () => {
    const { world, surveyId } = await askedOnSunday();
    const sunday = world.now();
    await world.pass(15 * HOUR, HOUR);
    expect((await world.digests())[0]?.document.nps.answers).toBe(0);
    await world.handle({ ...tap(surveyId, 3, visitor), at: sunday });
    await world.settle();
    const [digest] = await world.digests();
    expect(digest).toMatchObject({ revision: 2, document: { nps: { answers: 1 }, fates: { answered: 1 } } });
    await passDays(world, 7);
    expect((await world.digests()).map(({ document }) => document.nps.answers)).toEqual([1, 0]);
  });

  it("leaves that digest alone where it was given in the week after", async () => {
    const { world, surveyId } = await askedOnSunday();
    await world.pass(15 * HOUR, HOUR);
    await world.handle(tap(surveyId, 3, visitor));
    await world.settle();
    expect(await world.digests()).toMatchObject([{ revision: 1, dueAt: null }]);
  });
});

describe("a message that is changed or deleted", () => {
  /** Answered, with a reason that was typed or came by form in the words of the first message. */
  async function answered(via: "typed" | "form") {
    const world = createWorld();
    await writes(world, "first", REASON);
    await world.writes(agent, "I have corrected it.");
    await world.resolves();
    await world.pass(5 * MINUTE);
    const { id: surveyId } = await world.survey();
    await world.handle(tap(surveyId, 2));
    if (via === "typed") await writes(world, "reason", REASON);
    else await world.handle({ kind: "comment-given", surveyId, by: customer, comment: REASON, via });
    await world.settle();
    return { world, surveyId };
  }

  it("is no reason where the same words came by form", async () => {
    const { world } = await answered("form");
    await edits(world, "first", "Something else.");
    await deletes(world, "first");
    expect(await responseIn(world)).toMatchObject({ comment: REASON, commentEntryId: null, revisionCount: 2 });
  });

  it("is no reason where the same words were typed again in another one", async () => {
    const { world } = await answered("typed");
    await deletes(world, "first");
    expect(await responseIn(world)).toMatchObject({ comment: REASON, commentEntryId: `${conversation}/reason` });
  });

  it("takes the reason along, and who looks after the customer hears of it", async () => {
    const { world } = await answered("typed");
    await edits(world, "reason", "Almost nothing works.");
    await world.settle();
    expect((await responseIn(world)).comment).toBe("Almost nothing works.");
    await deletes(world, "reason");
    await world.settle();
    expect(await responseIn(world)).toMatchObject({ comment: null, commentEntryId: null, revisionCount: 4 });
    const alerts = await postsOf(world, "alert", "web:team");
    expect(alerts.map(({ message }) => message.quote?.text)).toEqual([
      undefined,
      REASON,
      "Almost nothing works.",
      undefined,
    ]);
    const { alerts: standing } = await caseIn(world);
    expect(alerts.slice(1).every(({ message }) => message.replaces === standing[0]?.postId)).toBe(true);
  });

  it("is let go by a reason that was replaced in a form since", async () => {
    const { world, surveyId } = await answered("typed");
    await world.handle({ kind: "comment-given", surveyId, by: customer, comment: "Better now.", via: "form" });
    await deletes(world, "reason");
    expect((await responseIn(world)).comment).toBe("Better now.");
  });
});
