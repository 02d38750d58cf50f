/** Discord's error codes that the local Discord can answer with: status and words. */
const REFUSALS = {
  0: [404, "404: Not Found"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10007: [404, "Unknown Member"],
  10008: [404, "Unknown Message"],
  10011: [404, "Unknown Role"],
  10013: [404, "Unknown User"],
  10014: [400, "Unknown Emoji"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  10063: [404, "Unknown application command"],
  40003: [400, "You are opening direct messages too fast"],
  40005: [413, "Request entity too large"],
  40060: [400, "Interaction has already been acknowledged."],
  50001: [403, "Missing Access"],
  50003: [403, "Cannot execute action on a DM channel"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50008: [400, "Cannot send messages in a non-text channel"],
  50013: [403, "Missing Permissions"],
  50021: [403, "Cannot execute action on a system message"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50035: [400, "Invalid Form Body"],
  50083: [400, "Thread is archived"],
  50278: [403, "Cannot send messages to this user due to having no mutual guilds"],
  160004: [400, "A thread has already been created for this message"],
  160005: [403, "Thread is locked"],
} as const satisfies Record<number, readonly [number, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** One thing that is wrong with a body: where (dots between the steps), Discord's word for it, and the sentence. */
export interface FormFault {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** What Discord answers when it does not do what was asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly status: number;
  readonly faults: readonly FormFault[];

  constructor(code: RefusalCode, faults: readonly FormFault[] = []) {
    const [status, words] = REFUSALS[code];
    super(words);
    this.code = code;
    this.status = status;
    this.faults = faults;
  }

  /** The body of the answer; for 50035 with the tree of what is wrong. */
  get body(): Record<string, unknown> {
    const body = { message: this.message, code: this.code };
    return this.faults.length === 0 ? body : { ...body, errors: errorTree(this.faults) };
  }
}

/** A 50035 for one field. */
export const badField = (at: string, code: string, message: string): Refusal =>
  new Refusal(50035, [{ at, code, message }]);

interface ErrorTree {
  [step: string]: ErrorTree | { code: string; message: string }[];
}

function errorTree(faults: readonly FormFault[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { at, code, message } of faults) {
    let node = root;
    for (const step of at.split(".").filter(Boolean)) {
      node[step] ??= {};
      node = node[step] as ErrorTree;
    }
    const listed = (node._errors ?? []) as { code: string; message: string }[];
    node._errors = [...listed, { code, message }];
  }
  return root;
}
