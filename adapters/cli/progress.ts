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

/** Shows the share that is done on a terminal; says nothing elsewhere. */
export function createProgress(title: string): Progress {
  const stream = process.stderr;
  if (stream.isTTY !== true) return { show: () => {}, hide: () => {}, end: () => {} };
  const format = `${title} [{bar}] {percentage}% {eta_formatted}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, fps: 10 }, Presets.rect);
  bar.start(STEPS, 0);
  return {
    show: (share) => bar.update(Math.round(share * STEPS)),
    hide: () => void stream.write("\r\u001b[K"),
    end: () => bar.stop(),
  };
}
