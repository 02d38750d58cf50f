/** How fast something may be asked for: a bucket of `burst`, refilled at `perMinute`. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

/** Slack's rate limit tiers, and the two it calls special. */
export type Tier = 1 | 2 | 3 | 4 | "post" | "unmetered";

/** Every clock and count of Slack's that a test may want shorter. Times are milliseconds. */
export interface Limits {
  /** Time an app has to acknowledge an envelope or an HTTP delivery. */
  readonly ackMs: number;
  /** Waits before the second, third and fourth delivery of an event. */
  readonly retryDelaysMs: readonly number[];
  /** Life of a trigger id; it also opens one view only. */
  readonly triggerMs: number;
  readonly responseUrlMs: number;
  readonly responseUrlUses: number;
  /** Modals that may lie on each other. */
  readonly modalStack: number;
  readonly viewBytes: number;
  readonly sockets: number;
  /** Life of the address given by apps.connections.open; it opens one socket. */
  readonly ticketMs: number;
  /** Life of a socket before Slack asks for a new one. */
  readonly socketLifeMs: number;
  /** Time between the warning and the request to reconnect, and from there to the cut. */
  readonly socketNoticeMs: number;
  /** Events per workspace in an hour; beyond it comes app_rate_limited. */
  readonly eventsPerHour: number;
  /** Deliveries in an hour from which less than 5 % success turns the subscription off. */
  readonly deliveriesBeforeDisabling: number;
  /** Time from files.completeUploadExternal until the file shows in the channel. */
  readonly fileShareMs: number;
  /** Most messages a page of history holds. Slack: 999, or 15 for commercial apps outside its marketplace. */
  readonly historyPage: number;
  readonly tiers: Readonly<Record<1 | 2 | 3 | 4, Rate>>;
  /** Messages to one channel. */
  readonly channelPosts: Rate;
  /** Messages to one workspace. */
  readonly workspacePosts: Rate;
  /** Methods with a rate of their own, by name. */
  readonly methods: Readonly<Record<string, Rate>>;
}

const MINUTE = 60_000;

/** Slack's documented values; where the documentation says "some burst is tolerated", the burst is our guess. */
export const REAL_LIMITS: Limits = {
  ackMs: 3000,
  retryDelaysMs: [0, MINUTE, 5 * MINUTE],
  triggerMs: 3000,
  responseUrlMs: 30 * MINUTE,
  responseUrlUses: 5,
  modalStack: 3,
  viewBytes: 250_000,
  sockets: 10,
  ticketMs: 30_000,
  socketLifeMs: 5 * 60 * MINUTE,
  socketNoticeMs: 10_000,
  eventsPerHour: 30_000,
  deliveriesBeforeDisabling: 1000,
  fileShareMs: 1000,
  historyPage: 999,
  tiers: {
    1: { perMinute: 1, burst: 10 },
    2: { perMinute: 20, burst: 20 },
    3: { perMinute: 50, burst: 50 },
    4: { perMinute: 100, burst: 100 },
  },
  channelPosts: { perMinute: 60, burst: 5 },
  workspacePosts: { perMinute: 300, burst: 300 },
  methods: {},
};
