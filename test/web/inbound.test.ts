import { inboundContract, type OpenInbound, type Who } from "../contracts/inbound-contract.ts";
import { createWorld, MINUTE, SECOND, settingsOf } from "../world.ts";
import { openDesk } from "./open-desk.ts";

const settings = settingsOf({ ask: { quietHours: "" } });

/** The door of each seat, and what its forms say about who sits there. */
const SEATS: Readonly<Record<Who, readonly [path: string, own: Readonly<Record<string, string>>]>> = {
  customer: ["/customer/act", { me: "mine", chat: "chat1", place: "message" }],
  other: ["/customer/act", { me: "other", chat: "chat2", place: "message" }],
  agent: ["/team/act", { name: "Birch" }],
};

/** The words of a page as they are read. */
async function wordsIn(page: Response): Promise<string> {
  const body = (await page.text()).replace(/^.*<main/s, "<main").replace(/<script.*?<\/script>/gs, "");
  return body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

inboundContract("the web", {
  id: "web",
  hasEdits: false,
  async open(store): Promise<OpenInbound> {
    const world = createWorld({ settings, store });
    const desk = await openDesk({ from: world, settings });
    const shown: Partial<Record<Who, string>> = {};
    const strays = new Set<string>();
    let forms = 0;
    let last: () => Promise<Response> = () => Promise.reject(new Error("Nothing was sent"));
    const send = async (who: Who, path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ form: `form-${++forms}`, ...fields });
      last = () => desk.sit(path, { method: "POST", body });
      const answer = await last();
      shown[who] = answer.status === 422 ? await wordsIn(answer) : "";
      await world.pass(5 * SECOND, SECOND);
      return answer.status === 500 ? "failed" : "taken";
    };
    const act = async (who: Who, act: string, text = "") => {
      const [path, own] = SEATS[who];
      const [name = "", score = ""] = act.split(":");
      const of = name.startsWith("case") ? "case" : "survey";
      const subject = strays.has(act) ? "gone" : ((await world.store.list(of, {})).at(-1)?.id ?? "");
      return send(who, path, { ...own, act: name, subject, score, comment: text, note: text });
    };
    const conversation = async () => (await world.interaction("web:chat:chat1")).id;
    return {
      store: world.store,
      faults: () => world.log.faults,
      writes: async (who, text) =>
        who === "customer"
          ? send(who, "/customer/message", { me: "mine", chat: "chat1", text })
          : send(who, "/agent/reply", { name: "Ash", conversation: await conversation(), text }),
      resolves: async () => send("agent", "/agent/resolve", { name: "Ash", conversation: await conversation() }),
      untilAsked: () => world.pass(6 * MINUTE),
      presses: (who, button) => act(who, button),
      fills: act,
      standsStray: async (button) => void strays.add(button),
      async again() {
        await last();
        await world.pass(5 * SECOND, SECOND);
      },
      async sees(who) {
        const { me, chat } = SEATS[who][1];
        return shown[who] || wordsIn(await desk.sit(`/customer?me=${me}&chat=${chat}`));
      },
    };
  },
});
