import { createHash } from "node:crypto";

/** So many calls per window of milliseconds. */
export interface Limit {
  readonly calls: number;
  readonly perMs: number;
}

export interface RateLimitOptions {
  /** All calls of the bot together but those that answer interactions; Discord: 50 a second. */
  readonly global: Limit;
  /** Per route and channel (or guild). Discord names no figures, clients must not know them; these are what is seen in the field. */
  readonly routes: Readonly<Record<string, Limit>>;
}

export const realLimits: RateLimitOptions = {
  global: { calls: 50, perMs: 1_000 },
  routes: {
    "POST /channels/{channel_id}/messages": { calls: 5, perMs: 5_000 },
    "PATCH /channels/{channel_id}/messages/{message_id}": { calls: 5, perMs: 5_000 },
    "GET /channels/{channel_id}/messages": { calls: 5, perMs: 5_000 },
  },
};

export type Scope = "user" | "global" | "shared";

/** A limit that is struck on purpose. */
export interface Strike {
  /** A route, or "*" for any. */
  readonly on: string;
  /** `user` is the route's bucket. */
  readonly scope: Scope;
  readonly retryAfterMs: number;
  /** How many calls are refused; 1 if not given. */
  readonly times?: number;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set if the call is refused. */
  readonly refused?: { readonly scope: Scope; readonly retryAfterMs: number };
}

export interface RateLimits {
  strike(strike: Strike): void;
  /** Counts a call; `major` is the channel or guild in its path. */
  count(route: string, major: string): Verdict;
}

interface Window {
  used: number;
  endsAt: number;
}

/** Windows are of real time, as clients wait in real time. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const windows = new Map<string, Window>();
  const strikes: { readonly strike: Strike; left: number }[] = [];

  const windowOf = (key: string, { perMs }: Limit): Window => {
    const found = windows.get(key);
    if (found && found.endsAt > Date.now()) return found;
    const fresh = { used: 0, endsAt: Date.now() + perMs };
    windows.set(key, fresh);
    return fresh;
  };

  const struck = (route: string): Verdict | undefined => {
    const planned = strikes.find(({ strike, left }) => left > 0 && (strike.on === route || strike.on === "*"));
    if (!planned) return undefined;
    planned.left -= 1;
    return { headers: {}, refused: planned.strike };
  };

  const bucketVerdict = (route: string, major: string): Verdict => {
    const limit = options.routes[route];
    if (!limit) return { headers: {} };
    const window = windowOf(`${route} ${major}`, limit);
    const over = window.used >= limit.calls;
    if (!over) window.used += 1;
    const leftMs = window.endsAt - Date.now();
    const headers = {
      "x-ratelimit-limit": String(limit.calls),
      "x-ratelimit-remaining": String(limit.calls - window.used),
      "x-ratelimit-reset": (window.endsAt / 1_000).toFixed(3),
      "x-ratelimit-reset-after": (leftMs / 1_000).toFixed(3),
      "x-ratelimit-bucket": createHash("sha256").update(route).digest("hex").slice(0, 32),
    };
    return over ? { headers, refused: { scope: "user", retryAfterMs: leftMs } } : { headers };
  };

  return {
    strike: (strike) => void strikes.push({ strike, left: strike.times ?? 1 }),
    count: (route, major) => {
      const planned = struck(route);
      if (planned) return planned;
      const isInteraction = /\/(interactions|webhooks)\//.test(route);
      const window = windowOf("global", options.global);
      if (!isInteraction && window.used >= options.global.calls) {
        return { headers: {}, refused: { scope: "global", retryAfterMs: window.endsAt - Date.now() } };
      }
      const verdict = bucketVerdict(route, major);
      if (!isInteraction && !verdict.refused) window.used += 1;
      return verdict;
    },
  };
}

const WRITE_LIMIT = "The write action you are performing on the channel has hit the write rate limit.";

/** Headers and body of a 429. */
export function rateLimitAnswer(scope: Scope, retryAfterMs: number) {
  const seconds = retryAfterMs / 1_000;
  return {
    headers: {
      "retry-after": String(Math.ceil(seconds)),
      "x-ratelimit-scope": scope,
      ...(scope === "global" ? { "x-ratelimit-global": "true" } : {}),
    },
    body: {
      message: scope === "shared" ? WRITE_LIMIT : "You are being rate limited.",
      retry_after: seconds,
      global: scope === "global",
      ...(scope === "shared" ? { code: 20_028 } : {}),
    },
  };
}

/** Counts invalid requests (401, 403, 429 but shared ones) and says when Discord shuts the door. */
export interface InvalidRequests {
  count(): void;
  readonly recent: number;
  /** Milliseconds until the ban ends; 0 without one. */
  banLeft(): number;
}

export function createInvalidRequests(now: () => number, windowMs: number, limit: number): InvalidRequests {
  let at: number[] = [];
  let bannedUntil = 0;
  const recent = () => {
    at = at.filter((each) => each > now() - windowMs);
    return at.length;
  };
  return {
    count: () => {
      at.push(now());
      if (recent() >= limit) bannedUntil = now() + windowMs;
    },
    get recent() {
      return recent();
    },
    banLeft: () => Math.max(0, bannedUntil - now()),
  };
}
