/** What was missed in one channel, read before its turn: something happens there, and the reading of the whole server has not come to it. */
export interface FirstReadings {
  /** The server is told of anew: what happened in it before may have passed us by. */
  lag(guild: string): void;
  /** Reads the whole server; when that is done nothing in it need be read before its turn. Rejects as the work does. */
  whole(guild: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when what was missed in the channel is kept. Rejects where it could not be read; the next call tries again. */
  before(guild: string, channel: string): Promise<void>;
}

/** Every server lags at first; `read` keeps what was missed in a channel. */
export function createFirstReadings(read: (guild: string, channel: string) => Promise<void>): FirstReadings {
  /** How often each server was told of. */
  const laps = new Map<string, number>();
  /** The servers that have been read since they were told of last. */
  const isRead = new Set<string>();
  /** By server and channel, what is being read and what was. */
  const readings = new Map<string, Map<string, Promise<void>>>();
  const lapOf = (guild: string): number => laps.get(guild) ?? 0;

  return {
    lag(guild) {
      laps.set(guild, lapOf(guild) + 1);
      isRead.delete(guild);
      readings.delete(guild);
    },
    async whole(guild, work) {
      const lap = lapOf(guild);
      await work();
      if (lap !== lapOf(guild)) return;
      isRead.add(guild);
      readings.delete(guild);
    },
    before(guild, channel) {
      if (isRead.has(guild)) return Promise.resolve();
      const ofGuild = readings.get(guild) ?? new Map<string, Promise<void>>();
      readings.set(guild, ofGuild);
      const reading = ofGuild.get(channel) ?? read(guild, channel);
      ofGuild.set(channel, reading);
      return reading.catch((error: unknown) => {
        if (ofGuild.get(channel) === reading) ofGuild.delete(channel);
        throw error;
      });
    },
  };
}
