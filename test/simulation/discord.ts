import { channelAddress, idAt } from "../../adapters/discord/address.ts";
import type { DiscordMessage } from "../../adapters/discord/api.ts";
import { buttonId } from "../../adapters/discord/buttons.ts";
import type { Channel } from "../../adapters/discord/channels.ts";
import { parseEdited, parseTurn, parseWritten } from "../../adapters/discord/parse.ts";
import { parseClick, parseSubmission, resolution } from "../../adapters/discord/parse-interaction.ts";
import type { InboundEvent } from "../../src/events.ts";
import { handleOf } from "../../src/interaction/address.ts";
import type { Person } from "../../src/interaction/customer.ts";
import { createDiscordChat } from "./discord-chat.ts";
import type { Platform, PlatformParts, Talk } from "./platform.ts";

const GUILD = "7";

function threadOf(talk: Talk, isArchived: boolean, at: number): Channel {
  const thread = { isArchived, isLocked: isArchived, turnedAt: at, createdAt: 0, idleMs: 0 };
  return {
    ...{ id: talk.place, guild: GUILD, parent: "70", name: "help", owner: null, lastMessage: null },
    ...{ guests: [], barred: [], recipient: null, thread, tags: [], tagNames: [] },
  };
}

/** What is certain to be an event where the simulation itself has made the payload. */
function certain<E>(event: E | null): E {
  if (event === null) throw new Error("A payload of the simulation was not read");
  return event;
}

/** Discord, with threads of both desks in one server. */
export function createDiscord(parts: PlatformParts): Platform {
  const { now, random } = parts;
  let count = 0;
  const newId = () => {
    count += 1;
    return String(BigInt(idAt(now())) + BigInt(count % 4_000));
  };
  const message = (talk: Talk, by: Person, id: string, content: string): DiscordMessage => ({
    ...{ id, type: 0, channel_id: talk.place, guild_id: GUILD, content },
    ...{ timestamp: new Date(now()).toISOString(), author: { id: handleOf(by.address), username: by.name } },
  });
  const turn = (talk: Talk, isArchived: boolean): InboundEvent => {
    const around = { conversation: talk.conversation, at: now(), product: null };
    return certain(parseTurn(isArchived ? "closed" : "opened", threadOf(talk, isArchived, now()), around));
  };
  return {
    name: "discord",
    chat: createDiscordChat(parts, newId),
    begin() {
      const place = newId();
      return { place, conversation: channelAddress(GUILD, place) };
    },
    says(talk, author, text) {
      const messageId = newId();
      const customer = author.role === "customer" ? null : talk.customer;
      const context = { conversation: talk.conversation, author, customer, unreadable: null };
      return { messageId, event: certain(parseWritten(message(talk, author, messageId, text), context)) };
    },
    edits(talk, by, messageId, text) {
      const changed = { ...message(talk, by, messageId, text), edited_timestamp: new Date(now()).toISOString() };
      return certain(parseEdited(changed, talk.conversation));
    },
    resolves(talk) {
      if (random.fork(`resolves ${talk.token}`).chance(0.5)) return turn(talk, true);
      const doing = { by: talk.agent, at: now() };
      return resolution({ id: newId() }, doing, talk.conversation, { product: "", skip: "" });
    },
    reopens: (talk) => turn(talk, false),
    presses(standing, { raw }, by) {
      const [channel] = standing.reference.split("/");
      const pressed = { id: newId(), guild_id: GUILD, channel_id: channel, data: { custom_id: raw.custom_id } };
      const click = parseClick(pressed, { by, at: now() });
      return click.kind === "event" ? click.event : null;
    },
    fills(form, subject, note, by) {
      const components = [{ type: 18, component: { custom_id: "note", value: note } }];
      const data = { custom_id: buttonId({ name: form, subject }), components };
      return parseSubmission({ id: newId(), data }, { by, at: now() });
    },
  };
}
