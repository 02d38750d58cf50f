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

async function readLimited(body: ReadableStream<Uint8Array>): Promise<BodyRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    if (size > LARGEST_DISCARDED) return { bytes: null, isWhole: false };
  }
  return { bytes: size > LARGEST_BODY ? null : new Uint8Array(Buffer.concat(chunks)), isWhole: true };
}

/** Refuses bodies over the limit, whether their size is told or not. */
export function sizeLimit(refuse: (context: Context) => Response | Promise<Response>): MiddlewareHandler {
  return async (context, next) => {
    const { raw } = context.req;
    if (!raw.body) return next();
    const { bytes, isWhole } = await readLimited(raw.body);
    if (bytes === null) {
      if (!isWhole) context.header("Connection", "close");
      return refuse(context);
    }
    context.req.raw = new Request(raw, { body: bytes });
    return next();
  };
}
