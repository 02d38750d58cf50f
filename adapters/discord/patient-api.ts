import type { ApiAnswer, DiscordApi } from "./api.ts";

/** Longest wait that Discord is granted for one call, milliseconds; a longer one is an answer. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** The same calls, each made again after the wait that Discord wants. For what nobody waits for. */
export interface PatientApi extends DiscordApi {
  /** Lets what waits go on with the answer that it must wait, and nothing wait any more. */
  stop(): void;
}

export function createPatientApi(api: DiscordApi): PatientApi {
  const waiting = new Set<() => void>();
  let isStopping = false;

  const elapsed = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
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
        const answer: ApiAnswer = await api.call(method, path, options);
        const isWaiting = answer.kind === "limited" && answer.afterMs <= LONGEST_WAIT_MS && !isStopping;
        if (!isWaiting) return answer;
        await elapsed(answer.afterMs);
      }
    },
    stop() {
      isStopping = true;
      for (const done of waiting) done();
    },
  };
}
