import { Readable } from "node:stream";
import type { Context } from "hono";
import { type Recount, recountPieces } from "../../src/digest/find-recount.ts";

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

/** The rows from which a digest can be counted again, as a file of JSON lines. */
export function recountAnswer(context: Context, found: Recount): Response {
  context.header("Content-Type", "application/x-ndjson; charset=utf-8");
  context.header("Content-Disposition", `attachment; filename="audit-${found.row.week}.jsonl"`);
  context.header("Cache-Control", "no-store");
  return context.body(Readable.toWeb(Readable.from(encoded(recountPieces(found)))) as ReadableStream);
}
