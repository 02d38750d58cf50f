import type { DiscordAPIError, RESTOptions } from "discord.js";
import type { Clock, Log } from "../../src/ports.ts";
import type { Health } from "../health.ts";
import { requirePackage } from "../require-package.ts";
import { isUnsent } from "../unsent.ts";
import { type ApiAnswer, type DiscordApi, numberIn, remedyOf } from "./api.ts";
import type { TheirTime } from "./their-time.ts";

const discord = requirePackage("discord.js") as typeof import("discord.js");

export interface RestConfig {
  readonly token: string;
  /** Base of the API, ending in `/api`; undefined is Discord's own. */
  readonly apiUrl: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Hears whether Discord takes the token. */
  readonly health?: Health;
  /** Hears what time it is at Discord. */
  readonly theirTime?: TheirTime;
  readonly timeoutMs?: number;
  /** Refused calls in ten minutes after which nothing is called until those are over. */
  readonly mostInvalid?: number;
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** The part of Discord's health that is looked after here. */
const TOKEN = "token";
/** Discord bars an address for a while after 10,000 invalid requests in ten minutes. */
const MOST_INVALID = 2_000;
/** The library warns at every so many of them. */
const WARNINGS = 4;

const NONE_OF_DISCORDS = "the answer was none of Discord's";

/** Discord answers with JSON or with nothing; a page comes from something in between. */
function isOwnAnswer(data: unknown): boolean {
  return data instanceof ArrayBuffer ? data.byteLength === 0 : typeof data === "object" && data !== null;
}

/**
 * The machine's own HTTP client. The library's is of another version than the one that Slack's libraries bring, and both use the
 * connections of whichever was loaded first, which takes no files from the other.
 */
export const makeRequest: RESTOptions["makeRequest"] = (url, { dispatcher: _, ...init }) =>
  fetch(url, init as RequestInit);

/** One attempt for each call. A refused token and too many refused calls shut the door for a while instead of being tried on. */
export function createRest({
  token,
  apiUrl,
  clock,
  log,
  health,
  theirTime,
  timeoutMs = 10_000,
  mostInvalid = MOST_INVALID,
}: RestConfig): DiscordApi {
  const base = apiUrl === undefined ? {} : { api: apiUrl };
  const rest = new discord.REST({
    ...base,
    async makeRequest(url, init) {
      const answer = await makeRequest(url, init);
      theirTime?.hear(answer.headers.get("date"));
      return answer;
    },
    version: "10",
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: Math.ceil(mostInvalid / WARNINGS),
  }).setToken(token);
  let shutUntil = 0;
  let refusals = 0;

  const shut = (forMs: number): void => {
    shutUntil = clock.now() + forMs;
  };
  rest.on(discord.RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    if (count < mostInvalid) return;
    shut(remainingTime);
    log.fault(
      "Discord has refused so many calls that it may bar this address; nothing is sent for a while. Check the bot's permissions",
      { count, forMs: remainingTime },
    );
  });

  /** The library forgets a token that was refused once, so it is given back after a pause. */
  const onRefusedToken = (error: DiscordAPIError): void => {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** refusals);
    refusals += 1;
    rest.setToken(token);
    shut(pause);
    const refused = { kind: "error", status: 401, code: Number(error.code), message: error.message } as const;
    health?.broken(TOKEN, `${remedyOf(refused)}.`);
  };

  const answerTo = (error: unknown, isWithToken: boolean): ApiAnswer => {
    if (error instanceof discord.RateLimitError)
      return { kind: "limited", afterMs: Math.max(1, error.retryAfter), isGlobal: error.global };
    if (!(error instanceof discord.DiscordAPIError))
      return { kind: isUnsent(error) ? "unsent" : "unknown", reason: String(error) };
    if (numberIn(error.rawError, "code") === null) {
      rest.setToken(token);
      return { kind: "unknown", reason: NONE_OF_DISCORDS };
    }
    if (error.status === 401 && isWithToken) onRefusedToken(error);
    return { kind: "error", status: error.status, code: Number(error.code) || 0, message: error.message };
  };

  return {
    async call(method, path, { body, query, files = [], isWithoutToken = false } = {}) {
      const waitMs = isWithoutToken ? 0 : shutUntil - clock.now();
      if (waitMs > 0) return { kind: "limited", afterMs: waitMs, isGlobal: true };
      try {
        const data = await rest.request({
          method: method as Parameters<typeof rest.request>[0]["method"],
          fullRoute: path as `/${string}`,
          auth: !isWithoutToken,
          ...(body === undefined ? {} : { body }),
          ...(files.length === 0 ? {} : { files: [...files] }),
          ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
        });
        if (!isOwnAnswer(data)) return { kind: "unknown", reason: NONE_OF_DISCORDS };
        if (!isWithoutToken) {
          refusals = 0;
          health?.healed(TOKEN);
        }
        return { kind: "ok", data };
      } catch (error) {
        return answerTo(error, !isWithoutToken);
      }
    },
  };
}
