import { type ApiAnswer, type ApiData, classOf, recordsIn, type SlackApi, textIn } from "./api.ts";
import { createWaits } from "./waits.ts";

const PAGE = 200;

/** Something Slack will not show us, with its code; another attempt may come later. */
export class NotReadable extends Error {
  readonly code: string;
  /** Whether Slack has said so, and would say the same a moment later. */
  readonly isRefused: boolean;

  constructor(method: string, code: string, isRefused = false) {
    super(`${method}: ${code}`);
    this.code = code;
    this.isRefused = isRefused;
  }
}

/** Of which kind an answer is that shows nothing and names no wait. */
function unreadable(method: string, answer: Exclude<ApiAnswer, { kind: "ok" | "limited" }>): NotReadable {
  if (answer.kind !== "error") return new NotReadable(method, answer.reason);
  return new NotReadable(method, answer.code, ["refuse", "stop"].includes(classOf(answer.code)));
}

/** Reads lists that Slack gives out in pages. */
export interface History {
  /** Every page of a list; waits as long as Slack wants. Throws {@link NotReadable}. */
  all(team: string, method: string, args: ApiData, key: string): Promise<ApiData[]>;
  /** Resolves after that many milliseconds, or at once when readings are to end. */
  wait(ms: number): Promise<void>;
  /** Has every reading under way end. */
  stop(): void;
}

export function createHistory(api: SlackApi): History {
  const waits = createWaits();
  let isStopping = false;

  const page = async (team: string, method: string, args: ApiData): Promise<ApiData> => {
    for (;;) {
      if (isStopping) throw new NotReadable(method, "stopping");
      const answer = await api.call(team, method, args);
      if (answer.kind === "ok") return answer.data;
      if (answer.kind !== "limited") throw unreadable(method, answer);
      await waits.wait(answer.afterMs);
    }
  };

  return {
    async all(team, method, args, key) {
      const found: ApiData[] = [];
      for (let cursor = ""; ; ) {
        const data = await page(team, method, { ...args, limit: PAGE, ...(cursor === "" ? {} : { cursor }) });
        found.push(...recordsIn(data, key));
        cursor = textIn(data, "response_metadata", "next_cursor") ?? "";
        if (cursor === "") return found;
      }
    },
    wait: (ms) => waits.wait(ms),
    stop() {
      isStopping = true;
      waits.end();
    },
  };
}
