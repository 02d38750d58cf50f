import type { Health } from "../health.ts";
import { isTokenRefused, remedyOf } from "./api.ts";
import type { Workspaces } from "./web-client.ts";

/** Looks from time to time, and at each doubt, whether Slack is within reach and takes our tokens. */
export interface ReachWatch {
  /** What has just failed makes one doubt: looks at once, if it does not look already. */
  doubt(): void;
  /** Tells what Slack has answered about our tokens: the code or reason of each that failed. */
  tell(faults: readonly string[]): void;
  start(): void;
  stop(): void;
}

/** How often it looks, milliseconds. */
const EVERY_MS = 30_000;
/** After this many milliseconds it looks once more before it says that Slack is out of reach. */
const ONCE_MORE_MS = 3_000;
/** What it says where it has only been asked too often. */
const RATE_LIMITED = "ratelimited";
const TOKEN = "token";
const REACH = "reach";

export function createReachWatch(
  health: Health,
  workspaces: () => Pick<Workspaces, "askAgain">,
  everyMs = EVERY_MS,
): ReachWatch {
  let isLooking = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const tell: ReachWatch["tell"] = (told) => {
    const faults = told.filter((fault) => fault !== RATE_LIMITED);
    const refused = faults.find(isTokenRefused);
    const other = faults.find((fault) => !isTokenRefused(fault));
    if (refused !== undefined) health.broken(TOKEN, `${remedyOf(refused, null)}.`);
    else if (other === undefined) health.healed(TOKEN);
    if (other === undefined) health.healed(REACH);
    else health.broken(REACH, `Cannot reach Slack (${other}). Retrying.`);
  };

  const look = async (): Promise<void> => {
    if (isLooking || isStopped) return;
    isLooking = true;
    try {
      let faults = await workspaces().askAgain();
      if (faults.some((fault) => !isTokenRefused(fault))) {
        await new Promise((resolve) => void setTimeout(resolve, Math.min(ONCE_MORE_MS, everyMs)).unref());
        faults = await workspaces().askAgain();
      }
      if (!isStopped) tell(faults);
    } finally {
      isLooking = false;
    }
  };

  return {
    tell,
    doubt: () => void look(),
    start() {
      timer = setInterval(() => void look(), everyMs).unref();
    },
    stop() {
      isStopped = true;
      clearInterval(timer);
      health.stop();
    },
  };
}
