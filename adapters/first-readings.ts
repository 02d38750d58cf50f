/**
 * What was missed in one part of a place, read before its turn: something happens there, and the reading of the whole place, such as a
 * server with its channels or a channel with its threads, has not come to it.
 */
export interface FirstReadings {
  /** What happened in the place before may have passed us by. */
  lag(place: string): void;
  /** Reads the whole place; when that is done nothing in it need be read before its turn. Rejects as the work does. */
  whole(place: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when what was missed in the part is kept. Rejects where it could not be read; the next call tries again. */
  before(place: string, part: string): Promise<void>;
}

/** Every place lags at first; `read` keeps what was missed in a part. */
export function createFirstReadings(read: (place: string, part: string) => Promise<void>): FirstReadings {
  /** How often each place was said to lag. */
  const laps = new Map<string, number>();
  /** The places that have been read since then. */
  const isRead = new Set<string>();
  /** By place and part, what is being read and what was. */
  const readings = new Map<string, Map<string, Promise<void>>>();
  const lapOf = (place: string): number => laps.get(place) ?? 0;

  return {
    lag(place) {
      laps.set(place, lapOf(place) + 1);
      isRead.delete(place);
      readings.delete(place);
    },
    async whole(place, work) {
      const lap = lapOf(place);
      await work();
      if (lap !== lapOf(place)) return;
      isRead.add(place);
      readings.delete(place);
    },
    before(place, part) {
      if (isRead.has(place)) return Promise.resolve();
      const ofPlace = readings.get(place) ?? new Map<string, Promise<void>>();
      readings.set(place, ofPlace);
      const reading = ofPlace.get(part) ?? read(place, part);
      ofPlace.set(part, reading);
      return reading.catch((error: unknown) => {
        if (ofPlace.get(part) === reading) ofPlace.delete(part);
        throw error;
      });
    },
  };
}
