import type { Json } from "./json.ts";

/** A refusal in Slack's words: `{ ok: false, error }` with whatever else the answer carries. */
export class SlackError extends Error {
  readonly extra: Json;

  constructor(code: string, extra: Json = {}) {
    super(code);
    this.extra = extra;
  }
}

/** The refusal of arguments, naming what is wrong with each. */
export function invalidArguments(...messages: string[]): SlackError {
  return new SlackError("invalid_arguments", {
    response_metadata: { messages: messages.map((it) => `[ERROR] ${it}`) },
  });
}
