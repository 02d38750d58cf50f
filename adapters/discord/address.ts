import { HOME } from "../../src/team/home.ts";
import type { DiscordSection } from "./section.ts";

/** Where a message goes on Discord: a channel or thread, or somebody's direct line. */
export type Place =
  | {
      readonly kind: "channel";
      readonly guild: string;
      readonly channel: string;
      /** The channel in which the message stands under which it is the thread, of the same id. */
      readonly under?: string;
    }
  | { readonly kind: "person"; readonly guild: string; readonly user: string };

/** Ends the address of a channel, which is else formed like a person's. */
const CHANNEL = "channel";
const ID = /^[0-9]{1,20}$/;
const EPOCH_MS = 1_420_070_400_000;
const TIME_SHIFT = 22n;

/** The address of a person, which is that of their direct line too. */
export function personAddress(guild: string, user: string): string {
  return `discord:${guild}:${user}`;
}

/** The address of a conversation in a thread or ticket channel. */
export function channelAddress(guild: string, channel: string): string {
  return `discord:${guild}:${channel}:${CHANNEL}`;
}

/** The address of the thread under a message in a channel, which may not have been begun yet. */
export function threadUnderAddress(
  { guild, channel }: { readonly guild: string; readonly channel: string },
  message: string,
): string {
  return `discord:${guild}:${channel}:${message}`;
}

/** The address of the team's channel; null where the settings name none. */
export function teamLane({ teamChannel }: DiscordSection, home: string = HOME): string | null {
  return teamChannel === undefined ? null : channelAddress(home, teamChannel);
}

/** The place an address names; null where it is not one of Discord's. */
export function placeOf(address: string): Place | null {
  const [platform, guild, id = "", kind, ...more] = address.split(":");
  if (platform !== "discord" || !guild || !ID.test(id) || more.length > 0) return null;
  if (kind === undefined) return { kind: "person", guild, user: id };
  if (kind === CHANNEL) return { kind: "channel", guild, channel: id };
  return ID.test(kind) ? { kind: "channel", guild, channel: kind, under: id } : null;
}

/** The server that an address is in; empty where that is none of Discord's. */
export function guildOf(address: string): string {
  return placeOf(address)?.guild ?? "";
}

/** Where people read the conversation at an address; null where that is no channel or names no guild. */
export function linkTo(address: string): string | null {
  const place = placeOf(address);
  if (place?.kind !== "channel" || !ID.test(place.guild)) return null;
  return `https://discord.com/channels/${place.guild}/${place.channel}`;
}

/** The user named by a person's address; null for anything else. */
export function userOf(address: string): string | null {
  const place = placeOf(address);
  return place?.kind === "person" ? place.user : null;
}

/** Discord's own name for a post: its channel and its messages, of which a long post has several. */
export interface Reference {
  readonly channel: string;
  readonly messages: readonly string[];
}

const EPHEMERAL = "ephemeral";

export function referenceText({ channel, messages }: Reference): string {
  return `${channel}/${messages.join("+")}`;
}

/** The reference of a message only one person sees: it can neither be found nor changed later. */
export function ephemeralReference(message: string): string {
  return `${EPHEMERAL}/${message}`;
}

/** Reads a reference; null for an ephemeral one. */
export function readReference(text: string): Reference | null {
  const [channel = "", messages = ""] = text.split("/");
  return channel === EPHEMERAL || messages === "" ? null : { channel, messages: messages.split("+") };
}

/** Milliseconds since 1970 at which an id was made. */
export function momentOf(id: string): number {
  return ID.test(id) ? Number(BigInt(id) >> TIME_SHIFT) + EPOCH_MS : 0;
}

/** The least id that can be made at a moment. */
export function idAt(moment: number): string {
  return String(BigInt(Math.max(0, Math.floor(moment) - EPOCH_MS)) << TIME_SHIFT);
}

/** Whether one id was made after another. */
export function isLater(id: string | null, than: string): boolean {
  return id !== null && ID.test(id) && BigInt(id) > BigInt(than);
}
