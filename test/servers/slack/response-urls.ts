import { randomUUID } from "node:crypto";
import type { Answer } from "./answering.ts";
import { messageBlocks } from "./content.ts";
import type { Happenings } from "./happenings.ts";
import { asObject, asObjects, asString, type Json, parseJson } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { Content, MessageRef } from "./messages.ts";
import type { Oracle } from "./oracle.ts";
import { SlackError } from "./slack-error.ts";
import type { TimeSource } from "./time.ts";
import type { World } from "./world.ts";

/** Where a response goes. */
export interface ResponseTarget {
  readonly channel: string;
  /** The person who acted, and who alone sees an ephemeral response. */
  readonly person: string;
  /** The message acted on, if any. */
  readonly original?: MessageRef;
}

/** The addresses an app may answer an interaction or a command at. */
export interface ResponseUrls {
  /** A new address, below the path `/response/`. */
  issue(target: ResponseTarget): string;
  /** What a POST to it gets. */
  post(id: string, body: string): Answer;
  /** Says what the app answered straight in its acknowledgement. */
  say(target: ResponseTarget, response: Json): void;
}

/** What response addresses need to know. */
export interface ResponseUrlsConfig {
  readonly world: World;
  readonly happenings: Happenings;
  readonly oracle: Oracle | undefined;
  readonly limits: Limits;
  readonly time: TimeSource;
  address(): string;
  complain(text: string): void;
}

const KNOWN = [
  "text",
  "blocks",
  "attachments",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "mrkdwn",
  "parse",
  "link_names",
  "unfurl_links",
  "unfurl_media",
];

/** Starts with none issued. */
export function createResponseUrls(config: ResponseUrlsConfig): ResponseUrls {
  const { world, happenings, oracle, limits, time, address, complain } = config;
  const issued = new Map<string, { readonly target: ResponseTarget; readonly until: number; uses: number }>();

  function say(target: ResponseTarget, response: Json): void {
    const unknown = Object.keys(response).filter((key) => !KNOWN.includes(key));
    if (unknown.length > 0) complain(`A response has unknown fields: ${unknown.join(", ")}.`);
    const original = target.original && world.messages.find(target.original);
    if (response.delete_original === true) {
      if (original && !original.deleted) happenings.deleted(original);
      return;
    }
    const content = contentOf(response, oracle);
    const { workspace } = world.ofChannel(target.channel);
    if (response.replace_original === true && original && !original.deleted) {
      happenings.edited(original, content, workspace.botUser);
      return;
    }
    const threadTs = asString(response.thread_ts);
    happenings.posted({
      channel: target.channel,
      team: workspace.id,
      user: workspace.botUser,
      botId: workspace.botId,
      content,
      ...(response.response_type !== "in_channel" && { onlyFor: target.person }),
      ...(threadTs && { threadTs }),
    });
  }

  return {
    say,
    issue(target) {
      const id = randomUUID();
      issued.set(id, { target, until: time.now() + limits.responseUrlMs, uses: 0 });
      return `${address()}/response/${id}`;
    },
    post(id, body) {
      const address = issued.get(id);
      if (!address) return refused("invalid_url");
      if (time.now() > address.until) return refused("expired_url");
      if (address.uses >= limits.responseUrlUses) return refused("used_url");
      const response = asObject(parseJson(body));
      if (!response) return { status: 400, body: { ok: false, error: "invalid_payload" } };
      try {
        say(address.target, response);
        address.uses += 1;
        return { status: 200, body: { ok: true } };
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        complain(`A response was refused: ${error.message} ${JSON.stringify(error.extra)}`);
        return { status: 400, body: { ok: false, error: error.message, ...error.extra } };
      }
    },
  };
}

function refused(error: string): Answer {
  return { status: 404, body: { ok: false, error } };
}

function contentOf(response: Json, oracle: Oracle | undefined): Content {
  const text = asString(response.text) ?? "";
  const blocks = response.blocks === undefined ? undefined : messageBlocks(response.blocks, oracle);
  const attachments = asObjects(response.attachments);
  if (text === "" && !blocks?.length && attachments.length === 0) throw new SlackError("no_text");
  return { text, ...(blocks?.length && { blocks }), ...(attachments.length > 0 && { attachments }) };
}
