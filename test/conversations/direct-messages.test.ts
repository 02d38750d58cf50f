import { describe, expect, it } from "vitest";
import { createWorld, settingsOf, type Unstamped, type World } from "../world.ts";

const person = { address: "chat:one:u7", role: "customer", name: "Customer One", locale: "en" } as const;
const helper = { address: "chat:one:u9", role: "agent", name: "Agent Ash" } as const;

function world(settings = {}): World {
  return createWorld({ platform: "chat", teamLanes: ["chat:one:team"], settings: settingsOf(settings) });
}

let messages = 0;
function direct(text: string, more: { by?: typeof person | typeof helper; writeIn?: string[] } = {}): Unstamped {
  const { by = person, writeIn = ["#support"] } = more;
  messages += 1;
  const what = { kind: "message", conversation: by.address, messageId: `d${messages}`, author: by } as const;
  return { ...what, text, isDirect: true, writeIn };
}

const said = async (desk: World, lane: string = person.address) =>
  (await desk.posts(lane)).map(({ message }) => message.text);

describe("a direct message", () => {
  it("is a conversation that the team is told of, where there is one place to write in", async () => {
    const desk = world();
    await desk.handle(direct("my invoice is wrong"));
    expect(await said(desk)).toEqual(["Thanks for writing! Our team has your message and will answer you here."]);
    expect((await desk.posts("chat:one:team")).map(({ message }) => message)).toMatchObject([
      {
        text: "Customer One wrote to the bot directly and is waiting for an answer.",
        quote: { text: "my invoice is wrong" },
      },
    ]);
    await desk.handle(direct("it is invoice 12"));
    expect(await desk.store.list("interaction", {})).toMatchObject([{ customerMessages: 2, state: "open" }]);
    expect(await desk.posts("chat:one:team")).toHaveLength(1);
  });

  it.each([
    [
      "auto",
      ["#support", "#billing"],
      "Thanks for writing! Our team answers in #support, #billing: please write to us there.",
    ],
    ["point", ["#support"], "Thanks for writing! Our team answers in #support: please write to us there."],
    [
      "auto",
      [],
      "Thanks for writing! Our team can’t see messages here, so please write to us where you usually reach support.",
    ],
  ])("is answered with where to write: %s %j", async (directMessages, writeIn, sentence) => {
    const desk = world({ desk: { directMessages } });
    await desk.handle(direct("my invoice is wrong", { writeIn }));
    expect(await said(desk)).toEqual([sentence]);
    expect(await desk.store.list("interaction", {})).toEqual([]);
  });

  it.each(["stop", "Stop!", "STOPP", "parar", "arrêter", "pare", "停止", "/stop"])(
    "stops the asking: %s",
    async (text) => {
      const desk = world();
      await desk.handle(direct(text));
      expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: desk.now() }]);
      expect(await desk.store.list("interaction", {})).toEqual([]);
      await desk.handle(direct("start"));
      expect(await desk.store.list("customer", {})).toMatchObject([{ optedOutAt: null }]);
      expect(await said(desk)).toHaveLength(2);
    },
  );

  it.each(["help", "Hilfe", "ayuda", "aide", "ajuda", "ヘルプ", "?"])("is helped: %s", async (text) => {
    const desk = world();
    await desk.handle(direct(text));
    expect((await said(desk))[0]).toContain("stop");
    expect(await desk.store.list("interaction", {})).toEqual([]);
  });

  it.each(["my data", "Meine Daten", "mis datos", "mes données", "meus dados", "私のデータ"])(
    "says what is kept: %s",
    async (text) => {
      const desk = world();
      await desk.handle(direct(text));
      expect(await said(desk)).toEqual(["We keep nothing about you."]);
    },
  );

  it("of a colleague is answered and opens nothing, figures only to those who may read them", async () => {
    const desk = world();
    await desk.handle(direct("status", { by: helper }));
    await desk.handle(direct("what can you do", { by: helper }));
    expect(await said(desk, helper.address)).toMatchObject(
      [/^In the last seven days/, /status/].map((one) => expect.stringMatching(one)),
    );
    await desk.handle(direct("status"));
    expect(await said(desk)).toEqual(["Only members of the team can do that."]);
    expect(await desk.store.list("interaction", {})).toEqual([]);
  });
});
