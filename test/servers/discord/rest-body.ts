import type { IncomingMessage } from "node:http";
import type { Upload } from "./entities.ts";

export interface ReadBody {
  /** The JSON of the request; `undefined` if there was none. */
  readonly json: unknown;
  readonly files: readonly Upload[];
  /** Why the body could not be read. */
  readonly problem?: string;
}

/** The bytes of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Reads JSON, or a form with `payload_json` and `files[n]`. */
export async function readBody(bytes: Buffer, contentType: string): Promise<ReadBody> {
  if (bytes.byteLength === 0) return { json: undefined, files: [] };
  try {
    if (contentType.startsWith("application/json")) return { json: JSON.parse(bytes.toString("utf8")), files: [] };
    if (contentType.startsWith("multipart/form-data")) return await readForm(bytes, contentType);
  } catch (error) {
    return { json: undefined, files: [], problem: `The request body cannot be read: ${String(error)}` };
  }
  const problem = 'Expected "Content-Type" header to be one of {"application/json", "multipart/form-data"}.';
  return { json: undefined, files: [], problem };
}

async function readForm(bytes: Buffer, contentType: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
  const files: Upload[] = [];
  let json: unknown = {};
  for (const [name, value] of form.entries()) {
    if (name === "payload_json" && typeof value === "string") json = JSON.parse(value);
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ index, filename: value.name, contentType: value.type || "application/octet-stream", content });
  }
  return { json, files };
}
