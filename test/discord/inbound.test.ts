import type { APIMessage, APIMessageTopLevelComponent } from "discord.js";
import { inboundContract, type OpenInbound, type Who } from "../contracts/inbound-contract.ts";
import { sendMessage } from "../servers/discord/messages.ts";
import { MINUTE, SECOND } from "../world.ts";
import { type DiscordDesk, discordDesk, saidTo } from "./discord-desk.ts";

const NOT_SAVED = ["Not sent", "This interaction failed"];

/** Sends what somebody did last over the gateway once more, as a resumed session does. */
function sendAgain({ discord }: DiscordDesk): void {
  const session = discord.gateway.sessions.findLast(({ webSocket }) => webSocket !== null);
  const isFromPerson = (d: { readonly author?: unknown }) => (d.author as { bot?: boolean } | undefined)?.bot !== true;
  const last = session?.sent.findLast(
    ({ t, d }) => t === "INTERACTION_CREATE" || (t === "MESSAGE_CREATE" && isFromPerson(d)),
  );
  if (!session || !last) throw new Error("Nothing was sent");
  session.sent.push(last);
  session.webSocket?.send(JSON.stringify({ op: 0, ...last, s: session.sent.length }));
}

inboundContract("Discord", {
  id: "discord",
  hasEdits: true,
  async open(store): Promise<OpenInbound> {
    const desk = await discordDesk({ store });
    const { discord, team } = desk;
    const customer = discord.user("customer");
    const people = { customer, other: discord.user("other"), agent: discord.user("agent") } as const;
    let place: { id: string } | null = null;
    const moment = () => desk.pass(5 * SECOND, SECOND);
    const seenBy = (who: Who): APIMessage[] => [...(place ? people[who].sees(place) : []), ...people[who].sees(team)];
    const ended = async (seen?: { readonly text: string }) => {
      await moment();
      return NOT_SAVED.some((words) => seen?.text.startsWith(words)) ? "failed" : "taken";
    };
    const click = async (who: Who, button: string) => {
      const [name = "", score] = button.split(":");
      for (const message of seenBy(who).reverse()) {
        const id = new RegExp(`"custom_id":"(${name}/[^"/]*${score === undefined ? "" : `/${score}`})"`);
        const found = JSON.stringify(message.components ?? []).match(id)?.[1];
        if (found) return people[who].clicks(message, found);
      }
      throw new Error(`${who} sees no ${button}`);
    };
    const inThread = () => {
      if (!place) throw new Error("Nobody has written");
      return place;
    };
    const first = () => {
      const message = customer.sees(inThread()).find(({ author }) => author.id === customer.id);
      if (!message) throw new Error("Nothing stands in the thread");
      return message;
    };
    return {
      store: desk.store,
      faults: () => [...desk.log.faults, ...discord.complaints],
      async writes(who, text) {
        if (place) people[who].writes(place, text);
        else place = customer.createsThread(desk.support, "Invoice", { text });
        return ended();
      },
      resolves: async () => ended(await people.agent.runs("resolve", { in: inThread() })),
      async untilAsked() {
        await desk.pass(5 * MINUTE);
        await moment();
      },
      presses: async (who, button) => ended(await click(who, button)),
      async fills(who, button, text) {
        const { modal } = await click(who, button);
        if (!modal) throw new Error(`${button} opened no form`);
        return ended(await people[who].submitsModal(modal.customId, { note: text }));
      },
      async standsStray(button) {
        const [name, score] = button.split(":");
        const custom_id = [name, "gone", ...(score ? [score] : [])].join("/");
        const stray = { type: 2, style: 2, label: "Stray", custom_id };
        const components = [{ type: 1, components: [stray] }] as unknown as APIMessageTopLevelComponent[];
        const channel = discord.world.channels.get(inThread().id);
        if (!channel) throw new Error("The thread is gone");
        sendMessage(discord.world, channel, discord.botId, { content: "Stray", components });
        await desk.settle();
      },
      async again() {
        sendAgain(desk);
        await moment();
      },
      sees: async (who) => [...(place ? saidTo(people[who], place) : []), ...saidTo(people[who], team)].join("\n"),
      async edits(text) {
        customer.edits(first(), text);
        await desk.settle();
      },
      async deletes() {
        customer.deletes(first());
        await desk.settle();
      },
    };
  },
});
