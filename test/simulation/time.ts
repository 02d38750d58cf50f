/** The simulated time: it stands still unless it is moved. */
export interface Time {
  now(): number;
  /** Never goes back. */
  goTo(at: number): void;
}

export function createTime(from: number): Time {
  let at = from;
  return {
    now: () => at,
    goTo: (then) => {
      at = Math.max(at, then);
    },
  };
}
