import { Presets, SingleBar } from "cli-progress";

/** A bar on standard error. */
export interface Progress {
  /** Shows the share that is done, from 0 to 1. */
  show(share: number): void;
  /** Takes the bar away, until the next showing, so that something can be printed in its place. */
  hide(): void;
  end(): void;
}

const STEPS = 1_000;
const WIDTH = 30;
/** Before so much is done, or so many milliseconds have passed, nobody can say how long it will take. */
const LEAST_SHARE = 0.01;
const LEAST_MS = 1_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How long it will still take, after a comma; nothing where that cannot be said yet. */
export function timeLeft(share: number, elapsedMs: number): string {
  if (share < LEAST_SHARE || share >= 1 || elapsedMs < LEAST_MS) return "";
  const seconds = Math.ceil((elapsedMs * (1 - share)) / share / 1_000);
  if (seconds < 60) return `, ${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `, ${minutes} min left` : `, ${Math.round(minutes / 60)} h left`;
}

/** Shows the share that is done on a terminal, which a signal in the middle leaves as it was; says nothing elsewhere. */
export function createProgress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (stream.isTTY !== true) return { show: () => {}, hide: () => {}, end: () => {} };
  const format = `${title} [{bar}] {percentage}%{left}`;
  const how = { format, stream, barsize: WIDTH, clearOnComplete: true, linewrap: true, fps: 10 };
  const bar = new SingleBar(how, Presets.rect);
  const begun = performance.now();
  const end = (): void => {
    bar.stop();
    for (const signal of SIGNALS) process.off(signal, leave);
  };
  function leave(signal: NodeJS.Signals): void {
    end();
    process.kill(process.pid, signal);
  }
  for (const signal of SIGNALS) process.on(signal, leave);
  bar.start(STEPS, 0, { left: "" });
  return {
    show: (share) => bar.update(Math.round(share * STEPS), { left: timeLeft(share, performance.now() - begun) }),
    hide: () => void stream.write("\r\u001b[K"),
    end,
  };
}
