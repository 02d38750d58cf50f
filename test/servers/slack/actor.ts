import type { Entry } from "./choices.ts";
import type { Happenings } from "./happenings.ts";
import type { Interactions, Shown } from "./interactions.ts";
import type { Message, MessageRef } from "./messages.ts";
import type { Modals } from "./modals.ts";
import type { View, Views } from "./views.ts";
import type { World } from "./world.ts";
import { attach, richText } from "./writing.ts";

/** A person at the keyboard. What cannot be done in Slack throws: the test is wrong, not the app. */
export interface Actor {
  writes(channel: string, text: string, options?: Writing): Message;
  edits(message: MessageRef, text: string): void;
  deletes(message: MessageRef): void;
  /** Link previews arrive under the person's message. */
  unfurls(message: MessageRef): void;
  reacts(message: MessageRef, name: string): void;
  unreacts(message: MessageRef, name: string): void;
  joins(channel: string): void;
  leaves(channel: string): void;
  /** Brings the bot into a channel. */
  invitesBot(channel: string): void;
  /** Takes the bot out of a channel: from then on it is shut to the app. */
  removesBot(channel: string): void;
  /** Presses a button or makes a choice, in a message or a view. */
  clicks(target: MessageRef | View, actionId: string, value?: Entry, options?: Clicking): Promise<Shown>;
  /** Fills in a modal, the topmost if none is named, and submits it. */
  submits(values?: Readonly<Record<string, Entry>>, view?: View): Promise<Shown | "errors">;
  /** Closes the topmost modal, or all of them. */
  closes(options?: { readonly all: boolean }): Promise<Shown>;
  /** Runs a slash command such as "/emptychair help", in the conversation with the bot if no channel is named. */
  runs(command: string, channel?: string): Promise<Shown>;
  opensHome(tab?: "home" | "messages"): void;
  usesShortcut(callbackId: string, message: MessageRef): Promise<Shown>;
  /** Starts Slack anew: ephemeral messages are gone. */
  reloads(): void;
  /** Id of the person's conversation with the bot. */
  directChannel(): string;
  /** What the person sees in a channel, or in a thread of it, oldest first. */
  sees(channel: string, thread?: MessageRef): readonly Message[];
  /** The topmost modal. */
  modal(): View | undefined;
  /** The bot's Home tab. */
  home(): View | undefined;
}

/** How a message is written. */
export interface Writing {
  /** A message of the thread to reply in. */
  readonly thread?: MessageRef;
  /** Also shown in the channel. */
  readonly broadcast?: boolean;
  /** Names of files sent along. */
  readonly files?: readonly string[];
}

/** How a button is pressed. */
export interface Clicking {
  /** On a screen that still shows the message as it was when it had that button. */
  readonly stale?: boolean;
}

/** What an actor acts through. */
export interface Stage {
  readonly world: World;
  readonly happenings: Happenings;
  readonly interactions: Interactions;
  readonly modals: Modals;
  readonly views: Views;
}

/** The person with this id; throws if no workspace has them. */
export function createActor(id: string, stage: Stage): Actor {
  const { world, happenings, interactions, modals, views } = stage;
  const { workspace, person } = world.ofPerson(id);

  function enter(channelId: string) {
    const { channel } = world.ofChannel(channelId);
    if (!channel.members.has(id)) throw new Error(`${id} is not in ${channelId}; let them join first.`);
    if (channel.archived) throw new Error(`${channelId} is archived: nobody can write there.`);
    return channel;
  }

  function find({ channel, ts }: MessageRef, gone = false): Message {
    const message = world.messages.find({ channel, ts });
    if (!message || (message.deleted && !gone)) throw new Error(`${id} sees no message ${ts} in ${channel}.`);
    if (message.onlyFor && message.onlyFor !== id) throw new Error(`Only ${message.onlyFor} sees message ${ts}.`);
    return message;
  }

  function own(ref: MessageRef): Message {
    const message = find(ref);
    if (message.user !== id) throw new Error(`Message ${ref.ts} is not ${id}'s.`);
    return message;
  }

  const directChannel = () => world.directChannel(workspace, [id]).channel.id;

  return {
    writes(channelId, text, { thread, broadcast = false, files = [] } = {}) {
      const channel = enter(channelId);
      const threadTs = thread && (find(thread, true).threadTs ?? thread.ts);
      const subtype = files.length > 0 ? "file_share" : broadcast ? "thread_broadcast" : undefined;
      const message = happenings.posted({
        channel: channel.id,
        team: person.teamId,
        user: id,
        content: { text, blocks: richText(text, world.newId("b")) },
        ...(threadTs && { threadTs }),
        ...(broadcast && { broadcast }),
        ...(subtype && { subtype }),
        ...(files.length > 0 && { files: files.map((name) => attach(world, id, channel.id, name)) }),
      });
      for (const file of message.files ?? []) file.shares.push({ channel: channel.id, ts: message.ts });
      return message;
    },
    edits(ref, text) {
      happenings.edited(own(ref), { text, blocks: richText(text, world.newId("b")) }, id);
    },
    deletes: (ref) => happenings.deleted(own(ref)),
    unfurls: (ref) => happenings.unfurled(own(ref)),
    reacts(ref, name) {
      happenings.reacted(find(ref), name, id);
    },
    unreacts(ref, name) {
      happenings.unreacted(find(ref), name, id);
    },
    joins: (channel) => happenings.joined(world.ofChannel(channel).channel, id),
    leaves: (channel) => happenings.left(enter(channel), id),
    invitesBot: (channel) => happenings.joined(enter(channel), workspace.botUser, id),
    removesBot: (channel) => happenings.left(enter(channel), workspace.botUser),
    async clicks(target, actionId, value = null, { stale = false } = {}) {
      if ("definition" in target) return interactions.clickInView(id, target, { actionId, entry: value });
      const message = find(target, stale);
      const versions = stale ? [...message.earlier, message.content].reverse() : [message.content];
      const content = versions.find(({ blocks }) => JSON.stringify(blocks ?? []).includes(JSON.stringify(actionId)));
      return interactions.clickInMessage(id, message, content ?? message.content, { actionId, entry: value });
    },
    async submits(values = {}, view = views.stack(id).at(-1)) {
      if (!view || !views.stack(id).includes(view)) throw new Error(`${id} has no such modal open.`);
      return modals.submit(id, view, values);
    },
    async closes({ all } = { all: false }) {
      if (views.stack(id).length === 0) throw new Error(`${id} has no modal open.`);
      return modals.close(id, all);
    },
    async runs(line, channelId = directChannel()) {
      const [command = "", ...words] = line.split(" ");
      return interactions.runCommand(id, enter(channelId), command, words.join(" "));
    },
    opensHome(tab = "home") {
      const view = views.home(id);
      happenings.openedHome(person, tab, view && views.shape(view));
    },
    usesShortcut: async (callbackId, ref) => interactions.useShortcut(id, callbackId, find(ref)),
    reloads() {
      for (const { id: channel } of workspace.channels.values()) {
        for (const message of world.messages.in(channel)) if (message.onlyFor === id) happenings.deleted(message);
      }
    },
    directChannel,
    sees(channelId, thread) {
      const { channel } = world.ofChannel(channelId);
      if (channel.kind !== "public" && !channel.members.has(id)) return [];
      const top = ({ threadTs, ts, broadcast }: Message) => !threadTs || threadTs === ts || broadcast === true;
      const all = thread ? world.messages.thread(thread) : world.messages.in(channelId).filter(top);
      return all.filter((message) => !message.deleted && (!message.onlyFor || message.onlyFor === id));
    },
    modal: () => views.stack(id).at(-1),
    home: () => views.home(id),
  };
}
