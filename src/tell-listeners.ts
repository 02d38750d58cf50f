import type { Change } from "./outcome.ts";
import type { Log } from "./ports.ts";

/** Hears what was saved, and at which desk. */
export type SavedListener = (changes: readonly Change[], desk: string) => void;

/** Tells whoever listens; one that fails at it keeps nobody else from hearing. */
export function createTeller(log: Log) {
  const listeners = new Set<SavedListener>();
  return {
    tell: (...saved: Parameters<SavedListener>): void => {
      for (const listener of listeners) {
        try {
          listener(...saved);
        } catch (error) {
          log.fault("A listener failed at something that is saved nevertheless", { error: String(error) });
        }
      }
    },
    onSaved: (listener: SavedListener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
