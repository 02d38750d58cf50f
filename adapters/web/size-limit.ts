import type { Context, MiddlewareHandler } from "hono";

/** Largest body that is taken, bytes. */
export const LARGEST_BODY = 256 * 1024;

/** So much of a body that is too large is read and thrown away, since a caller cut off while sending would not hear why. */
const LARGEST_DISCARDED = 16 * 1024 * 1024;

interface BodyRead {
  /** Null where there was more than the limit. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly isWhole: boolean;
}

async function readLimited(body: ReadableStream<Uint8Array>, largest: number): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size <= largest) chunks.push(chunk);
    if (size > largest + LARGEST_DISCARDED) return { bytes: null, isWhole: false };
  }
  return { bytes: size > largest ? null : new Uint8Array(Buffer.concat(chunks)), isWhole: true };
}

/** Whether a form may bring a file: its route, behind the doors, has a limit of its own. */
export function bringsFile(path: string): boolean {
  return /^(?:\/desks\/[^/]+)?\/settings\/work\/import$/.test(path);
}

/** Refuses bodies over the limit, whether their size is told or not. */
export function sizeLimit(
  refuse: (context: Context) => Response | Promise<Response>,
  largest = LARGEST_BODY,
): MiddlewareHandler {
  return async (context, next) => {
    const { raw, method } = context.req;
    if (method === "GET" || method === "HEAD" || !raw.body) return next();
    const { bytes, isWhole } = await readLimited(raw.body, largest);
    if (bytes === null) {
      const answer = await refuse(context);
      if (!isWhole) answer.headers.set("Connection", "close");
      return answer;
    }
    context.req.raw = new Request(raw, { body: bytes });
    return next();
  };
}
