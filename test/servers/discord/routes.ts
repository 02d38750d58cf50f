import type { Commands } from "./commands.ts";
import type { Channel, Json, Upload } from "./entities.ts";
import type { Interactions } from "./interactions.ts";
import { badField } from "./refusals.ts";
import type { World } from "./world.ts";

/** What the routes work on. */
export interface Backstage {
  readonly world: World;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly openDirect: (userId: string) => Channel;
  readonly gateway: () => {
    readonly url: string;
    readonly shards: number;
    readonly concurrency: number;
    readonly startsLeft: number;
  };
}

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  /** The body if it is a list. */
  readonly list: readonly Json[];
  readonly files: readonly Upload[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  /** Method and path in the words of Discord's description. */
  readonly on: string;
  /** True for what is called with an interaction's token rather than the bot's. */
  readonly open?: boolean;
  /** The fields that a body may have; "list" for a list; without it there is no body. */
  readonly fields?: readonly string[] | "list";
  /** The parameters that may stand after the question mark. */
  readonly query?: readonly string[];
  /** Refuses a body that Discord would not take, before anything is done. */
  readonly check?: (call: Call) => void;
  readonly handle: (call: Call) => Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const done: Reply = { status: 204 };

/** A path parameter, which the route is known to have. */
export const param = ({ params }: Call, name: string): string => params[name] ?? "";

/** The parameter `limit`, within its bounds. */
export function limitOf({ query }: Call, otherwise: number, least = 1, most = 100): number {
  const text = query.get("limit");
  if (text === null) return otherwise;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= least && limit <= most) return limit;
  throw badField("limit", "NUMBER_TYPE_RANGE", `int value should be between ${least} and ${most}.`);
}

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a call; a literal step goes before a parameter. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Found | undefined {
  const parameters = ({ on }: Route) => on.split("{").length;
  const sorted = [...routes].sort((a, b) => parameters(a) - parameters(b));
  return (method, path) => {
    const steps = path.split("/").map(decodeURIComponent);
    for (const route of sorted) {
      const params = matched(route.on, method, steps);
      if (params) return { route, params };
    }
    return undefined;
  };
}

function matched(on: string, method: string, steps: readonly string[]): Record<string, string> | undefined {
  const [wantedMethod = "", path = ""] = on.split(" ");
  const wanted = path.split("/");
  if (wantedMethod !== method || wanted.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const given = steps[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(step)?.[1];
    if (name === undefined ? step !== given : given === "") return undefined;
    if (name !== undefined) params[name] = given;
  }
  return params;
}
