import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, answerWithFaults, bodyOf, rateLimited } from "./answering.ts";
import type { Faults } from "./faults.ts";
import { asObject, type Json, parseJson } from "./json.ts";
import { type Backstage, type Call, createArgs, type Method, type Methods } from "./method.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import { invalidArguments, SlackError } from "./slack-error.ts";
import type { Workspace } from "./workspace.ts";

/** A call of the Web API that arrived, for tests to look at. */
export interface ApiCall {
  readonly method: string;
  /** As sent, JSON arguments as text. */
  readonly args: Readonly<Record<string, string>>;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What Slack made of it; absent if a fault struck before. */
  answer?: Json;
}

/** The Web API over HTTP. */
export interface WebApi {
  /** Answers a request to `/api/METHOD`. */
  handle(method: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly calls: readonly ApiCall[];
}

/** Codes real Slack gives although the method's documentation does not list them. */
const UNDOCUMENTED = ["cannot_dm_bot", "invalid_arguments", "not_in_channel", "invalid_limit", "unknown_method"];

/** Serves these methods. */
export function createWebApi(backstage: Backstage, methods: Methods, faults: Faults): WebApi {
  const calls: ApiCall[] = [];
  const limiter = createRateLimiter(backstage.time);

  function perform(call: ApiCall, httpMethod: string | undefined): Answer {
    const method = methods[call.method];
    if (httpMethod !== "POST") backstage.complain(`${call.method}: called by ${httpMethod}; the app must use POST.`);
    const headers: Record<string, string> = {};
    try {
      if (!method) throw new SlackError("unknown_method", { req_method: call.method });
      const workspace = authorized(call, method, backstage);
      const wait = limiter.take(buckets(call, method, workspace, backstage));
      if (wait !== undefined) return recorded(call, rateLimited(wait));
      headers["x-oauth-scopes"] = [...workspace.scopes].join(",");
      const asked = { workspace, args: createArgs(call.args), backstage };
      headers["x-accepted-oauth-scopes"] = permitted(asked, method).join(",");
      checkArguments(call, method, backstage);
      return recorded(call, { status: 200, headers, body: { ok: true, ...method.run(asked) } });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      noteRefusal(call, error.message, backstage);
      return recorded(call, { status: 200, headers, body: { ok: false, error: error.message, ...error.extra } });
    }
  }

  return {
    calls,
    async handle(method, request, response) {
      const { token, args } = readArguments(request, await bodyOf(request));
      const call: ApiCall = { method, args, token, at: backstage.time.now() };
      calls.push(call);
      const work = () => perform(call, request.method);
      await answerWithFaults(response, { name: method, args, work }, { faults, time: backstage.time });
    },
  };
}

function recorded(call: ApiCall, answer: Answer): Answer {
  call.answer = asObject(answer.body) ?? {};
  return answer;
}

function readArguments(request: IncomingMessage, body: Buffer): { token: string; args: Record<string, string> } {
  const type = request.headers["content-type"] ?? "";
  const text = body.toString();
  const fields = type.startsWith("application/json")
    ? Object.entries(asObject(parseJson(text)) ?? {}).map(([name, value]) => [name, asText(value)])
    : [...new URLSearchParams(text)];
  const { token: inBody = "", ...args } = Object.fromEntries(fields) as Record<string, string>;
  return { token: request.headers.authorization?.replace(/^Bearer /, "") ?? inBody, args };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The workspace the token gives access to; the first one for the app's own token. */
function authorized({ token }: ApiCall, method: Method, { world }: Backstage): Workspace {
  if (token === "") throw new SlackError("not_authed");
  const forApp = token === world.app.appToken;
  const workspace = forApp ? world.workspaces[0] : world.byToken(token);
  if (!workspace) throw new SlackError("invalid_auth");
  if (forApp !== (method.token === "app")) throw new SlackError("not_allowed_token_type");
  if (workspace.tokenError && !forApp) throw new SlackError(workspace.tokenError);
  return workspace;
}

/** The accepted scopes, one of which is granted. Throws missing_scope. */
function permitted(call: Call, { scopes = [] }: Method): readonly string[] {
  const accepted = typeof scopes === "function" ? scopes(call) : scopes;
  const granted = call.workspace.scopes;
  if (accepted.length === 0 || accepted.some((scope) => granted.has(scope))) return accepted;
  throw new SlackError("missing_scope", { needed: accepted.join(","), provided: [...granted].join(",") });
}

function buckets(call: ApiCall, { tier }: Method, workspace: Workspace, { limits }: Backstage) {
  const own = limits.methods[call.method];
  const name = `${call.method} ${workspace.id}`;
  const taken: Parameters<RateLimiter["take"]>[0][number][] = [];
  if (own) taken.push([name, own]);
  else if (typeof tier === "number") taken.push([name, limits.tiers[tier]]);
  if (tier === "post") {
    taken.push([`posts ${workspace.id}`, limits.workspacePosts]);
    taken.push([`posts ${workspace.id} ${call.args.channel}`, limits.channelPosts]);
  }
  return taken;
}

function checkArguments(call: ApiCall, method: Method, { oracle }: Backstage): void {
  const { team_id: _, ...args } = call.args;
  const tolerated = ["", ...(method.tolerated ?? "").split(" ")];
  const names = method.args.split(" ").map((name) => name.replace("!", ""));
  const judged = Object.fromEntries(Object.entries(args).filter(([name]) => !tolerated.includes(name)));
  const unknown = Object.keys(judged).filter((name) => !names.includes(name));
  const faults = [
    ...unknown.map((name) => `unexpected argument: ${name}`),
    ...(oracle?.argumentFaults(call.method, judged) ?? []),
    ...method.args.split(" ").flatMap((name) => {
      const required = name.endsWith("!") && !args[name.slice(0, -1)];
      return required ? [`missing required field: ${name.slice(0, -1)}`] : [];
    }),
  ];
  if (faults.length > 0) throw invalidArguments(...new Set(faults));
}

/** Calls that no working app makes, and answers no documentation knows, go on record. */
function noteRefusal({ method, args }: ApiCall, code: string, { oracle, complain }: Backstage): void {
  const names = Object.keys(args).join(", ");
  if (code === "unknown_method") complain(`${method}: the local Slack has no such method.`);
  if (code === "invalid_arguments")
    complain(`${method}: refused the arguments (${names}); see its answer in \`calls\`.`);
  if (code.startsWith("invalid_blocks")) complain(`${method}: refused the blocks; see its answer in \`calls\`.`);
  if (UNDOCUMENTED.includes(code) || (oracle?.documents(method, code) ?? true)) return;
  complain(`${method}: the local Slack answered ${code}, which Slack does not document for it.`);
}
