/** One metric: what it counts or measures, and by what it is told apart. */
export interface Metric {
  readonly type: "counter" | "gauge" | "histogram";
  readonly labels: readonly string[];
  /** For whoever reads it: one sentence. */
  readonly help: string;
}

function counter(help: string, ...labels: string[]): Metric {
  return { type: "counter", labels, help };
}

function gauge(help: string, ...labels: string[]): Metric {
  return { type: "gauge", labels, help };
}

/** Every metric by its name, in the order in which they are told. Counters and the histogram are of this process since it started. */
export const METRICS = {
  emptychair_events_total: counter(
    "Events handled, by what became of them; of a chat platform, by that too.",
    "desk",
    "platform",
    "kind",
    "outcome",
  ),
  emptychair_event_seconds: {
    type: "histogram",
    labels: ["platform", "kind"],
    help: "Time from an event's arrival until it was durable and could be acknowledged.",
  },
  emptychair_asks_total: counter("Questions put to customers.", "desk", "platform", "kind"),
  emptychair_answers_total: counter("First answers to a question.", "desk", "platform", "band"),
  emptychair_not_asked_total: counter("Resolutions of which nobody was asked.", "desk", "reason"),
  emptychair_posts_total: counter("Attempts to post, by how they ended.", "desk", "platform", "result"),
  emptychair_post_errors_total: counter(
    "Attempts to post that failed, by what stood in the way.",
    ...["desk", "platform", "class"],
  ),
  emptychair_catch_ups_total: counter("Places read on from where they were left.", "platform"),
  emptychair_outbox_posts: gauge("Posts that wait or are under way.", "desk", "platform"),
  emptychair_outbox_oldest_seconds: gauge(
    "How long the oldest of them has waited; 0 where none does.",
    ...["desk", "platform"],
  ),
  emptychair_cases_open: gauge("Cases in which somebody still has to act.", "desk"),
  emptychair_cases_overdue: gauge("Open cases whose customer should have been contacted by now.", "desk"),
  emptychair_digest_age_seconds: gauge("Time since the last digest was posted; none before the first.", "desk"),
  emptychair_due_work: gauge("Rows whose time has come and that wait for the clock; 1000 stands for more.", "kind"),
  emptychair_ready: gauge("Whether each part can do its work, as /readyz says.", "check"),
  emptychair_event_loop_lag_seconds: gauge(
    "How long the event loop was held up of late: half of the time (0.5), at the 99th percentile (0.99), at most (1).",
    "share",
  ),
  emptychair_database_bytes: gauge("Size of the SQLite file and what stands beside it; none on Postgres."),
  emptychair_memory_bytes: gauge("Memory that this process holds."),
  emptychair_start_time_seconds: gauge("When this process started, seconds since 1970."),
  emptychair_desk_info: gauge("The name of each desk.", "desk", "name"),
  emptychair_build_info: gauge("What runs.", "version", "node"),
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof METRICS;
