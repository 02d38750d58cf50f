import type { Chat, Clock, Reader, Store } from "../../src/ports.ts";
import type { Between } from "./ground.ts";

/** `before`: it does nothing and rejects. `after`: it does what it is to do, and rejects all the same. */
export type When = "before" | "after";

/** What a program asks of its store, its platform and its clock; the undisturbed run never has to look for a post. */
export const PORTS = ["reads", "save", "post", "clock"] as const;
export type Port = (typeof PORTS)[number];

/** One call that fails, once. */
export interface Failure {
  readonly port: Port;
  /** Which call of that port, from 0. */
  readonly call: number;
  readonly when: When;
}

/** What stands between a program and its ports, and counts what it asks of them. */
export interface Counted extends Between {
  readonly calls: Record<Port, number>;
}

/** Counts the calls of each port and has one of them fail, if any is named. */
export function failing(failure: Failure | null): Counted {
  const calls: Record<Port, number> = { reads: 0, save: 0, post: 0, clock: 0 };
  const isIts = (port: Port) => calls[port]++ === failure?.call && port === failure.port;
  const lost = () => new Error("This call failed");
  const call = async <T>(port: Port, work: () => Promise<T>): Promise<T> => {
    const fails = isIts(port);
    if (fails && failure?.when === "before") throw lost();
    const result = await work();
    if (fails) throw lost();
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
  const clock = (below: Clock): Clock => ({
    now() {
      if (isIts("clock")) throw lost();
      return below.now();
    },
  });
  return { calls, store, post, clock };
}

/** A reader each of whose questions is counted. */
function countedReader(reader: Reader, call: <T>(port: Port, work: () => Promise<T>) => Promise<T>): Reader {
  const asked = Object.entries(reader).map(([name, ask]) => [
    name,
    (...given: unknown[]) => call("reads", () => (ask as (...all: unknown[]) => Promise<unknown>)(...given)),
  ]);
  return Object.fromEntries(asked) as Reader;
}
