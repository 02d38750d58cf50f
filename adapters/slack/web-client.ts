import type { Log } from "../../src/ports.ts";
import { HOME } from "../../src/team/home.ts";
import { requirePackage } from "../require-package.ts";
import { isUnsent } from "../unsent.ts";
import { placeOf } from "./address.ts";
import { type ApiAnswer, type ApiData, isTokenRefused, type SlackApi, textIn } from "./api.ts";
import { quietLogger } from "./sdk-log.ts";

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient } = requirePackage(
  "@slack/web-api",
) as typeof import("@slack/web-api");

export interface WebClientConfig {
  readonly tokens: readonly string[];
  readonly apiUrl: string | undefined;
  readonly log: Log;
  readonly timeoutMs?: number;
  /** Hears of each call that makes one doubt whether Slack is within reach and takes the token. */
  readonly onDoubt?: () => void;
}

/** Who we are in a workspace. */
export interface BotIdentity {
  readonly team: string;
  /** Null where the token is not a bot's. */
  readonly botId: string | null;
  readonly userId: string;
  /** Where people open the workspace, e.g. `https://acme.slack.com/`. */
  readonly url: string | null;
}

/** The Web API with the token of each workspace. */
export interface Workspaces extends SlackApi {
  /** Asks Slack about every token not yet known; gives the code or reason of each that failed. */
  identify(): Promise<string[]>;
  /** Asks Slack about every token; gives the code or reason of each that failed. */
  askAgain(): Promise<string[]>;
  identities(): readonly BotIdentity[];
  /** The workspace of the first token; null until Slack has told it. */
  home(): string | null;
  tokenOf(team: string): string | null;
  /** The permalink of a conversation's first message; null where it is none of these workspaces'. */
  linkTo(conversation: string): string | null;
}

/** Wait where a token's workspace is not known yet, because Slack has not answered. */
const NOT_YET_MS = 5_000;

/** Longest code of an error; what is longer, or has blanks or tags in it, comes from something in between. */
const CODE = /^[^\s<>]{1,100}$/;

function answerOf(error: unknown): ApiAnswer {
  if (error instanceof WebAPIRateLimitedError) return { kind: "limited", afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return refusalOf({ ...error.data });
  if (error instanceof WebAPIHTTPError && error.statusCode === 429) return { kind: "limited", afterMs: 60_000 };
  return { kind: isUnsent(error) ? "unsent" : "unknown", reason: String(error) };
}

/** Slack's no, or a page that a proxy in between has answered with: then nobody knows. */
function refusalOf(data: ApiData): ApiAnswer {
  const code = textIn(data, "error");
  if (code === null || !CODE.test(code)) return { kind: "unknown", reason: "the answer was none of Slack's" };
  return { kind: "error", code, needed: textIn(data, "needed") };
}

/** Clients that try once, with a time limit, and leave waiting and trying again to the outbox. */
export function createWorkspaces({ tokens, apiUrl, log, timeoutMs = 10_000, onDoubt }: WebClientConfig): Workspaces {
  const base = apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
  const options = {
    ...base,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: quietLogger(log),
  };
  const clients = new Map(tokens.map((token) => [token, new WebClient(token, options)]));
  const known = new Map<string, BotIdentity>();

  const tokenOf = (team: string): string | null => {
    const token =
      team === HOME || tokens.length === 1 ? tokens[0] : tokens.find((one) => known.get(one)?.team === team);
    return token ?? null;
  };

  const attempt = async (
    token: string,
    method: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<ApiAnswer> => {
    try {
      const data = await clients.get(token)?.apiCall(method, args);
      return { kind: "ok", data: { ...data } };
    } catch (error) {
      return answerOf(error);
    }
  };

  const told = (answer: ApiAnswer): ApiAnswer => {
    if (
      answer.kind === "unknown" ||
      answer.kind === "unsent" ||
      (answer.kind === "error" && isTokenRefused(answer.code))
    )
      onDoubt?.();
    return answer;
  };

  return {
    tokenOf,
    linkTo(conversation) {
      const place = placeOf(conversation);
      const identity = [...known.values()].find(({ team }) => team === place?.team);
      if (!place?.thread || !identity?.url) return null;
      return `${identity.url}archives/${place.channel}/p${place.thread.replace(".", "")}`;
    },
    home: () => known.get(tokens[0] ?? "")?.team ?? null,
    identities: () => [...known.values()],
    async call(team, method, args) {
      const token = tokenOf(team);
      if (token !== null) return told(await attempt(token, method, args));
      if (known.size < tokens.length) return { kind: "limited", afterMs: NOT_YET_MS };
      return { kind: "error", code: "team_access_not_granted", needed: null };
    },
    async askAgain() {
      const answers = await Promise.all(tokens.map((token) => attempt(token, "auth.test", {})));
      const isFault = ({ kind }: ApiAnswer) => kind !== "ok" && kind !== "limited";
      return answers.filter(isFault).map(whyUnknown);
    },
    async identify() {
      const faults: string[] = [];
      for (const token of tokens) {
        if (known.has(token)) continue;
        const answer = await attempt(token, "auth.test", {});
        const identity = answer.kind === "ok" ? identityOf(answer.data) : null;
        if (identity) known.set(token, identity);
        else faults.push(whyUnknown(answer));
      }
      return faults;
    },
  };
}

function identityOf(data: ApiData): BotIdentity | null {
  const [team, userId] = [textIn(data, "team_id"), textIn(data, "user_id")];
  if (team === null || userId === null) return null;
  return { team, userId, botId: textIn(data, "bot_id"), url: textIn(data, "url") };
}

function whyUnknown(answer: ApiAnswer): string {
  if (answer.kind === "ok") return "Slack's answer names nobody";
  if (answer.kind === "error") return answer.code;
  return answer.kind === "limited" ? "ratelimited" : answer.reason;
}
