import type { Json } from "./json.ts";
import type { StoredFile } from "./workspace.ts";

/** Names one message. */
export interface MessageRef {
  readonly channel: string;
  readonly ts: string;
}

/** What a message says; edits replace it. */
export interface Content {
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json;
}

/** A message as the workspace keeps it. */
export interface Message extends MessageRef {
  readonly team: string;
  readonly user: string;
  /** Set if the app's bot wrote it. */
  readonly botId?: string;
  /** Slack's subtype, for example file_share or channel_join; none for an ordinary message. */
  readonly subtype?: string;
  /** First message of the thread it replies in. */
  readonly threadTs?: string;
  /** A reply also shown in the channel. */
  readonly broadcast?: boolean;
  /** The only person who sees it, if it is ephemeral. */
  readonly onlyFor?: string;
  readonly files?: readonly StoredFile[];
  /** Name shown instead of the bot's own. */
  readonly username?: string;
  content: Content;
  /** What it said before, oldest first. */
  readonly earlier: Content[];
  edited?: { readonly user: string; readonly ts: string };
  deleted: boolean;
  /** Reaction name to the people who gave it. */
  readonly reactions: Map<string, string[]>;
}

/** What is needed to write a message. */
export type NewMessage = Omit<Message, "ts" | "earlier" | "edited" | "deleted" | "reactions">;

/** All messages of all workspaces, in the order they were written. */
export interface Messages {
  add(message: NewMessage): Message;
  /** The message, also if it has been deleted. */
  find(ref: MessageRef): Message | undefined;
  /** Those of a channel that stand, oldest first; ephemeral ones among them. */
  in(channel: string): readonly Message[];
  /** Those of a channel as history shows them: of a deleted one with replies the place remains. */
  history(channel: string): readonly Message[];
  /** Those of a thread that stand, its first message included even if deleted while replies remain. */
  thread(ref: MessageRef): readonly Message[];
  /** A timestamp no message has yet, in Slack's form. */
  stamp(): string;
}

/** An empty store; `now` gives milliseconds. */
export function createMessages(now: () => number): Messages {
  const byChannel = new Map<string, Message[]>();
  const byRef = new Map<string, Message>();
  let lastMicros = 0;

  function stamp(): string {
    lastMicros = Math.max(lastMicros + 1, now() * 1000);
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
  }

  const inChannel = (channel: string) => (byChannel.get(channel) ?? []).filter(({ deleted }) => !deleted);
  const find = ({ channel, ts }: MessageRef) => byRef.get(`${channel} ${ts}`);

  return {
    add(message) {
      const added: Message = { ...message, ts: stamp(), earlier: [], deleted: false, reactions: new Map() };
      const list = byChannel.get(added.channel) ?? [];
      list.push(added);
      byChannel.set(added.channel, list);
      byRef.set(`${added.channel} ${added.ts}`, added);
      return added;
    },
    find,
    in: inChannel,
    history: (channel) =>
      (byChannel.get(channel) ?? []).filter(
        ({ ts, deleted }) => !deleted || inChannel(channel).some(({ threadTs }) => threadTs === ts),
      ),
    thread(ref) {
      const first = find(ref);
      const replies = inChannel(ref.channel).filter(({ threadTs, ts }) => threadTs === ref.ts && ts !== ref.ts);
      return first && (!first.deleted || replies.length > 0) ? [first, ...replies] : replies;
    },
    stamp,
  };
}
