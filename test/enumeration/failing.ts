import { BusyError, type Chat, type Clock, type Reader, type Store } from "../../src/ports.ts";
import type { Between } from "./ground.ts";

/** What a program asks of its store, its platform and its clock; it looks for a post only where it does not know whether that stands. */
export const PORTS = ["reads", "save", "post", "clock"] as const;
export type Port = (typeof PORTS)[number];

/**
 * How one call fails. `throws-before`, `busy` and `dies-before`: nothing is done. `throws-after` and `dies-after`: it is done all the
 * same. A program that died does nothing more. `late`: it is answered after two minutes in which another program has worked.
 * `lost-twice`: it is done, the answer is lost, and the look for it fails too.
 */
export const HOWS = [
  "throws-before",
  "busy",
  "dies-before",
  "throws-after",
  "dies-after",
  "late",
  "lost-twice",
] as const;
export type How = (typeof HOWS)[number];

/** What can happen to the calls of each port: nothing comes of asking what is or what time it is, and a clock neither waits nor dies. */
export const HOW_OF: Readonly<Record<Port, readonly How[]>> = {
  reads: ["throws-before", "dies-before", "late"],
  save: ["throws-before", "busy", "dies-before", "throws-after", "dies-after", "late"],
  post: ["throws-before", "dies-before", "throws-after", "dies-after", "late", "lost-twice"],
  clock: ["throws-before"],
};

/** One call that fails, once. */
export interface Failure {
  readonly port: Port;
  /** Which call of that port, from 0. */
  readonly call: number;
  readonly how: How;
}

/** What stands between a program and its ports, and counts what it asks of them. */
export interface Counted extends Between {
  readonly calls: Record<Port, number>;
  isDead(): boolean;
}

const NOTHING_DONE: readonly How[] = ["throws-before", "busy", "dies-before"];

/** Counts the calls of each port and has one of them fail, if any is named. `meanwhile` is what happens before a late answer comes. */
export function failing(failure: Failure | null, meanwhile: () => Promise<void> = async () => {}): Counted {
  const calls: Record<Port, number> = { reads: 0, save: 0, post: 0, clock: 0 };
  let isDead = false;
  let isLost = false;
  const howOf = (port: Port): How | null => {
    if (isDead) throw new Error("killed");
    const isIts = calls[port]++ === failure?.call && port === failure.port;
    return isIts ? failure.how : null;
  };
  const fail = (how: How): never => {
    isDead = how === "dies-before" || how === "dies-after";
    isLost = how === "lost-twice";
    throw how === "busy" ? new BusyError("The rows are held by another program") : new Error("This call failed");
  };
  const call = async <T>(port: Port, work: () => Promise<T>): Promise<T> => {
    const how = howOf(port);
    if (how !== null && NOTHING_DONE.includes(how)) fail(how);
    const result = await work();
    if (how === "late") await meanwhile();
    else if (how !== null) fail(how);
    return result;
  };
  const store = (below: Store): Store => ({
    ...below,
    at: (desk) => countedReader(below.at(desk), call),
    save: (...given) => call("save", () => below.save(...given)),
    heads: (...given) => call("reads", () => below.heads(...given)),
    due: (...given) => call("reads", () => below.due(...given)),
    desksWith: (...given) => call("reads", () => below.desksWith(...given)),
  });
  const post =
    (below: Chat["post"]): Chat["post"] =>
    (outgoing) =>
      call("post", () => below(outgoing));
  const find =
    (below: Chat["find"]): Chat["find"] =>
    async (outgoing) => {
      if (isDead || isLost) {
        isLost = false;
        throw new Error("It could not be looked for");
      }
      return below(outgoing);
    };
  const clock = (below: Clock): Clock => ({
    now() {
      if (!isDead && howOf("clock") !== null) throw new Error("This call failed");
      return below.now();
    },
  });
  return { calls, isDead: () => isDead, store, post, find, clock };
}

/** A reader each of whose questions is counted. */
function countedReader(reader: Reader, call: <T>(port: Port, work: () => Promise<T>) => Promise<T>): Reader {
  const asked = Object.entries(reader).map(([name, ask]) => [
    name,
    (...given: unknown[]) => call("reads", () => (ask as (...all: unknown[]) => Promise<unknown>)(...given)),
  ]);
  return Object.fromEntries(asked) as Reader;
}
