import type { InteractionType } from "discord.js";
import type { Component } from "./components.ts";
import type { Channel, InteractionTrace, Json, Message } from "./entities.ts";
import { Refusal } from "./refusals.ts";
import type { World } from "./world.ts";

/** A form that the bot opened for somebody. */
export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
  /** The click or command that opened it. */
  readonly from: Interaction;
}

/** What a person sees of an interaction right after it was answered. */
export type Shown =
  | { readonly kind: "message"; readonly messageId: string; readonly ephemeral: boolean }
  | { readonly kind: "thinking"; readonly messageId: string; readonly ephemeral: boolean }
  | { readonly kind: "update"; readonly messageId: string }
  | { readonly kind: "modal"; readonly modal: Modal }
  | { readonly kind: "nothing" }
  | { readonly kind: "failed" };

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: Channel;
  /** The message of the button or menu. */
  readonly message: Message | null;
  readonly commandName: string | null;
  readonly at: number;
  acknowledged: boolean;
  /** The answer, `@original`. */
  responseId: string | null;
  /** True from a deferral to its first edit. */
  thinking: boolean;
  shown: Shown | null;
  readonly watchers: ((shown: Shown) => void)[];
}

export interface Interactions {
  readonly all: readonly Interaction[];
  open(about: NewInteraction): Interaction;
  /** What the person sees: the answer, or the failure when the clock ran out. */
  outcome(interaction: Interaction): Promise<Shown>;
  /** For the callback: 10062 if unknown or late, 40060 if answered. */
  toAnswer(id: string, token: string): Interaction;
  /** For edits and follow-ups: 50027 after the token's time, 10015 before an answer. */
  byToken(token: string): Interaction;
}

export type NewInteraction = Pick<Interaction, "type" | "userId" | "channel" | "message" | "commandName">;

export function createInteractions(world: World): Interactions {
  const all: Interaction[] = [];
  const isLate = ({ at }: Interaction, by: number) => world.time.now() - at >= by;
  const fail = (interaction: Interaction) => {
    if (!interaction.acknowledged) show(interaction, { kind: "failed" });
  };
  return {
    all,
    open: (about) => {
      const id = world.newId();
      const interaction: Interaction = {
        ...about,
        id,
        token: Buffer.from(`interaction:${id}:${about.userId}`).toString("base64url"),
        at: world.time.now(),
        acknowledged: false,
        responseId: null,
        thinking: false,
        shown: null,
        watchers: [],
      };
      all.push(interaction);
      world.time.after(world.clocks.interaction, () => fail(interaction));
      return interaction;
    },
    outcome: (interaction) =>
      interaction.shown
        ? Promise.resolve(interaction.shown)
        : new Promise((resolve) => void interaction.watchers.push(resolve)),
    toAnswer: (id, token) => {
      const interaction = all.find((each) => each.id === id && each.token === token);
      if (!interaction) throw new Refusal(10062);
      if (interaction.acknowledged) throw new Refusal(40060);
      if (isLate(interaction, world.clocks.interaction)) throw new Refusal(10062);
      return interaction;
    },
    byToken: (token) => {
      const interaction = all.find((each) => each.token === token);
      if (!interaction || isLate(interaction, world.clocks.interactionToken)) throw new Refusal(50027);
      if (!interaction.acknowledged) throw new Refusal(10015);
      return interaction;
    },
  };
}

/** Puts something before the person's eyes and wakes who waits for it. */
export function show(interaction: Interaction, shown: Shown): void {
  interaction.shown = shown;
  for (const watcher of interaction.watchers.splice(0)) watcher(shown);
}

export const traceOf = ({ id, type, userId, channel, commandName, message }: Interaction): InteractionTrace => ({
  id,
  type,
  userId,
  guildId: channel.guildId,
  commandName,
  messageId: message?.id ?? null,
});

/** The answer to a callback sent with `with_response=true`. */
export function callbackAnswer(
  interaction: Interaction,
  type: number,
  message: Json | null,
  response: Message | null,
): Json {
  const { id, channel } = interaction;
  const about = response
    ? {
        response_message_id: response.id,
        response_message_loading: interaction.thinking,
        response_message_ephemeral: response.onlyFor !== null,
      }
    : {};
  const place = { channel_id: channel.id, ...(channel.guildId === null ? {} : { guild_id: channel.guildId }) };
  return {
    interaction: { id, type: interaction.type, ...about, ...place },
    ...(message ? { resource: { type, message } } : {}),
  };
}
