import { checkMayLeave } from "../../src/outbox/may-leave.ts";
import type { Clock, DrawnPicture, DrawPicture, Outgoing, PostResult } from "../../src/ports.ts";
import { createGuardedFetch, type GuardedFetch } from "../guarded-fetch.ts";
import { type Place, placeOf, referenceText } from "./address.ts";
import { type ApiAnswer, classOf, recordsIn, type SlackApi, textIn } from "./api.ts";
import { findMessage, type Listed } from "./find-posted.ts";
import { SLACK_API } from "./server-time.ts";

/** So long after it has taken a picture Slack may still not show it, milliseconds; then it is taken for dropped. */
const LONGEST_ARRIVAL = 60_000;
/** When a picture that Slack has taken is first looked for, milliseconds: mostly it is there by then. */
const FIRST_LOOK_MS = 4_000;
/** So often it is tried; with the pauses between that is about an hour. */
const MOST_ATTEMPTS = 20;
const UPLOAD_TIMEOUT_MS = 10_000;
const NOT_YET = "Slack has the picture and does not show it yet";

export interface PicturesConfig {
  readonly api: SlackApi;
  readonly clock: Clock;
  readonly drawPicture: DrawPicture;
  /** Base of the Web API, whose host alone may take files in a private network; Slack's own unless named. */
  readonly apiUrl?: string | undefined;
}

/** What an answer of Slack's that is not the wanted one makes of a post. */
type ReadResult = (answer: ApiAnswer) => PostResult;

/** Pictures in threads. Slack takes one in two steps, says that it has, and shows it some time later or, now and then, not at all. */
export interface Pictures {
  /** Gives `unknown` once Slack has the picture: whether it shows it must be looked up. */
  post(place: Place, outgoing: Outgoing, resultOf: ReadResult): Promise<PostResult>;
  /** The reference of the picture where it has arrived. Throws while it may still do so. */
  find(outgoing: Outgoing): Promise<string | null>;
}

/** The picture's file, by whose name it is found again. */
function fileName({ post }: Outgoing, { name }: DrawnPicture): string {
  return `${name}-${post.id}.png`;
}

/** The file of the post in a message; null where the message has none. */
function fileIn(message: Listed, { post }: Outgoing): string | null {
  const file = recordsIn(message, "files").find((one) => textIn(one, "name")?.endsWith(`-${post.id}.png`));
  return textIn(file, "id");
}

/** The third part of a picture's reference. */
function fileIdOf(reference: string): string | null {
  return reference.split("/")[2] ?? null;
}

/** Sends the file to where Slack awaits it; null, or why that failed. */
async function send(post: GuardedFetch, address: string, bytes: Uint8Array): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(UPLOAD_TIMEOUT_MS);
    const answer = await post(address, { method: "POST", headers: {}, body: new Uint8Array(bytes), signal });
    if (/html|json/i.test(answer.headers.get("content-type") ?? ""))
      return "the upload was answered with a page, not by Slack";
    return answer.ok ? null : `the upload was answered with ${answer.status}`;
  } catch (error) {
    return `the upload failed: ${String(error)}`;
  }
}

/** Before the second step nothing can stand anywhere. */
function notYetThere(result: PostResult): PostResult {
  return result.kind === "unknown" ? { kind: "retry", reason: result.reason } : result;
}

export function createPictures({ api, clock, drawPicture, apiUrl }: PicturesConfig): Pictures {
  const post = createGuardedFetch(new URL(apiUrl ?? SLACK_API).hostname);
  /** When a picture that is not shown yet was given to Slack, by post; what nobody knows counts as given when it is first missed. */
  const given = new Map<string, number>();

  const upload = async (
    place: Place,
    outgoing: Outgoing,
    drawn: DrawnPicture,
    resultOf: ReadResult,
  ): Promise<PostResult> => {
    const { id, message } = outgoing.post;
    const { team, channel, thread } = place;
    const file = { filename: fileName(outgoing, drawn), length: drawn.png.byteLength, alt_txt: message.text };
    const awaited = await api.call(team, "files.getUploadURLExternal", file);
    if (awaited.kind !== "ok") return notYetThere(resultOf(awaited));
    const address = textIn(awaited.data, "upload_url");
    if (address === null) return { kind: "retry", reason: "Slack names no address for the picture" };
    const failure = await send(post, address, drawn.png);
    if (failure !== null) return { kind: "retry", reason: failure };
    checkMayLeave(outgoing);
    given.set(id, clock.now());
    const files = [{ id: textIn(awaited.data, "file_id"), title: message.text }];
    const inThread = thread === null ? {} : { thread_ts: thread };
    const done = await api.call(team, "files.completeUploadExternal", { files, channel_id: channel, ...inThread });
    if (done.kind === "ok") return { kind: "unknown", reason: NOT_YET, afterMs: FIRST_LOOK_MS };
    const result = resultOf(done);
    if (result.kind !== "unknown") given.delete(id);
    return result;
  };

  /** Takes away the picture that is out of date; Slack's answer where that must be tried again. A definite no is no hindrance. */
  const takeAway = async ({ team }: Place, replaces: string): Promise<ApiAnswer | null> => {
    const file = fileIdOf(replaces);
    if (file === null) return null;
    const answer = await api.call(team, "files.delete", { file });
    const isOver = answer.kind === "ok" || (answer.kind === "error" && classOf(answer.code) === "refuse");
    return isOver ? null : answer;
  };

  return {
    async post(place, outgoing, resultOf) {
      const { message, attempts } = outgoing.post;
      const drawn = message.picture ? await drawPicture(message.picture) : null;
      if (!drawn) return { kind: "refused", reason: "what the picture shows is no longer kept" };
      if (attempts >= MOST_ATTEMPTS)
        return { kind: "refused", reason: `the picture did not arrive in ${attempts} attempts` };
      checkMayLeave(outgoing);
      const kept = outgoing.replaces === null ? null : await takeAway(place, outgoing.replaces);
      return kept ? notYetThere(resultOf(kept)) : upload(place, outgoing, drawn, resultOf);
    },
    async find(outgoing) {
      const { id, lane } = outgoing.post;
      const place = placeOf(lane);
      const found = place && (await findMessage(api, place, outgoing, (message) => fileIn(message, outgoing) !== null));
      const ts = textIn(found?.message, "ts");
      if (found && ts !== null) {
        given.delete(id);
        return `${referenceText({ channel: found.channel, ts })}/${fileIn(found.message, outgoing)}`;
      }
      const since = given.get(id) ?? clock.now();
      given.set(id, since);
      if (clock.now() < since + LONGEST_ARRIVAL) throw new Error(NOT_YET);
      given.delete(id);
      return null;
    },
  };
}
