import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const CLOSED_BY_READER = new Set(["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"]);

/** Standard output, a piece at a time and no faster than it is read. A reader that went away, as in `| head`, ends it. */
export async function print(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !CLOSED_BY_READER.has(code)) throw error;
  }
}
