import type { DiscordApi } from "./api.ts";

/** Longest wait that is taken upon oneself at once, milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/** Calls that wait where Discord asks for it, and go on then: for what is asked for, and is of no use half. */
export interface PatientApi extends DiscordApi {
  /** Waits for nothing any more: what waits is answered as it stands. */
  end(): void;
}

export function createPatientApi(api: DiscordApi): PatientApi {
  const waiting = new Set<() => void>();
  let isOver = false;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      waiting.add(done);
    });

  return {
    async call(method, path, options) {
      for (;;) {
        const answer = await api.call(method, path, options);
        if (answer.kind !== "limited" || answer.afterMs > LONGEST_WAIT_MS || isOver) return answer;
        await wait(answer.afterMs);
      }
    },
    end() {
      isOver = true;
      for (const done of [...waiting]) done();
    },
  };
}
