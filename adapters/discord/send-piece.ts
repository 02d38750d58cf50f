import type { Log } from "../../src/ports.ts";
import { type ApiAnswer, type ApiError, type CallOptions, CODE, type DiscordApi } from "./api.ts";
import type { PictureFile } from "./draw-message.ts";
import { withoutPicture } from "./embeds.ts";
import type { Rendered } from "./render.ts";

/** The call that carries a piece, and what its body has beside the piece. */
export interface Carrier extends Pick<CallOptions, "query" | "isWithoutToken"> {
  readonly method: "POST" | "PATCH";
  readonly path: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface SendConfig {
  readonly api: DiscordApi;
  readonly log: Log;
}

/** What every message has beside its words: nobody is notified by it. */
const QUIET = { allowed_mentions: { parse: [] } };
/** The id by which a body names the one file that is sent along. */
const FILE_ID = "0";
const PNG = "image/png";

const INVALID_FORM = 50035;
const INVALID_FILE = 50046;
const TOO_LARGE = 40005;
const PICTURE_REFUSALS = new Set<number>([CODE.missingPermissions, TOO_LARGE, INVALID_FORM, INVALID_FILE]);

function mayBeForThePicture(answer: ApiAnswer): answer is ApiError {
  return answer.kind === "error" && (answer.status === 413 || PICTURE_REFUSALS.has(answer.code));
}

function pictureRemedy({ code, status, message }: ApiError): string {
  if (code === CODE.missingPermissions)
    return "Discord takes no picture in that channel: give the bot's role the permission Attach Files there. The words were posted without it";
  if (code === TOO_LARGE || status === 413)
    return "Discord finds the picture too large. The words were posted without it; report it with the size of the file";
  return `Discord refuses the picture (${code}: ${message}). The words were posted without it; report it with this line`;
}

/** Sends one message: with its picture where Discord takes that, else without, saying in the log what to mend. */
export async function sendPiece(
  { api, log }: SendConfig,
  { method, path, more, ...options }: Carrier,
  { content, embeds, components, hasPicture }: Rendered,
  picture: PictureFile | null,
): Promise<ApiAnswer> {
  const send = (own: Readonly<Record<string, unknown>>, files: NonNullable<CallOptions["files"]>) =>
    api.call(method, path, { ...options, body: { content, components, ...own, ...QUIET, ...more }, files });
  const plainly = () => send({ embeds: withoutPicture(embeds), attachments: [] }, []);
  if (!picture || !hasPicture) return plainly();
  const { name, bytes, alt } = picture;
  const attachments = [{ id: FILE_ID, filename: name, description: alt }];
  const sent = await send({ embeds, attachments }, [{ name, data: bytes, contentType: PNG }]);
  if (!mayBeForThePicture(sent)) return sent;
  const again = await plainly();
  if (again.kind === "ok") log.fault(pictureRemedy(sent), { path, code: sent.code, bytes: bytes.byteLength });
  return again;
}
