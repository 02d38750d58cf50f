import type { Log } from "../../src/ports.ts";
import { type ApiAnswer, type ApiError, type CallOptions, CODE, type DiscordApi } from "./api.ts";
import { CARD, withoutGallery } from "./cards.ts";
import type { PictureFile } from "./draw-message.ts";
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

/** Flag of a message that arrives without a sound. */
const SILENT = 1 << 12;
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

/** What stands in a message, and whom it notifies: nobody but those whom it names. A card has had its text and embeds taken away. */
function bodyOf(
  { content, components, isCard, isSilent, notified }: Rendered,
  isNew: boolean,
): Record<string, unknown> {
  const flags = (isCard ? CARD : 0) | (isSilent && isNew ? SILENT : 0);
  const text = isCard ? (isNew ? {} : { content: null, embeds: null }) : { content, embeds: [] };
  return { ...text, components, ...(flags === 0 ? {} : { flags }), allowed_mentions: { parse: [], ...notified } };
}

/** Sends one message: with its picture where Discord takes that, else without, saying in the log what to mend. */
export async function sendPiece(
  { api, log }: SendConfig,
  { method, path, more, ...options }: Carrier,
  piece: Rendered,
  picture: PictureFile | null,
): Promise<ApiAnswer> {
  const isNew = method === "POST";
  const { flags: own = 0, ...rest } = more ?? {};
  const send = (shown: Rendered, attachments: readonly object[], files: NonNullable<CallOptions["files"]>) => {
    const body = bodyOf(shown, isNew);
    const flags = Number(body.flags ?? 0) | Number(own);
    const marked = flags === 0 ? {} : { flags };
    return api.call(method, path, { ...options, body: { ...body, ...rest, ...marked, attachments }, files });
  };
  const plainly = () => send({ ...piece, components: withoutGallery(piece.components) }, [], []);
  if (!picture || !piece.hasPicture) return plainly();
  const { name, bytes, alt } = picture;
  const sent = await send(
    piece,
    [{ id: FILE_ID, filename: name, description: alt }],
    [{ name, data: bytes, contentType: PNG }],
  );
  if (!mayBeForThePicture(sent)) return sent;
  const again = await plainly();
  if (again.kind === "ok") log.fault(pictureRemedy(sent), { path, code: sent.code, bytes: bytes.byteLength });
  return again;
}
