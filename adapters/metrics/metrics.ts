import type { Bot } from "../../src/bot.ts";
import { platformOf } from "../../src/interaction/address.ts";
import type { ResultListener } from "../../src/outbox/delivery.ts";
import { countChanges } from "./count-changes.ts";
import { caughtUpOn, countingBot, deliveredBy } from "./count-events.ts";
import { watchEventLoop } from "./event-loop-lag.ts";
import { exposed, type MetricSample, type MetricSamples } from "./exposition.ts";
import { createCounter, createDurationCounter } from "./instruments.ts";
import { POST_FAULTS, postFaultOf } from "./post-fault.ts";
import { type GaugeSources, placesOf, readGauges } from "./read-gauges.ts";

/** What this process counts from its start on, and what it tells of it. */
export interface Metrics {
  /** The bot, whose events and saves are counted. */
  count(bot: Bot): Bot;
  readonly onResult: ResultListener;
  /** Everything as text, as it stands now; who asks meanwhile is told the same. Never rejects. */
  text(sources: GaugeSources): Promise<string>;
  stop(): Promise<void>;
}

const RESULTS = ["posted", "retry", "unknown", "refused"] as const;

/** A number for everything that may be counted of the desks' posts, so that the first of its kind is seen as one more. */
function fromZero(sources: GaugeSources, label: string, values: readonly string[], counted: readonly MetricSample[]) {
  const keyOf = ({ desk, platform, [label]: value }: MetricSample["labels"]) => JSON.stringify([desk, platform, value]);
  const known = new Set(counted.map(({ labels }) => keyOf(labels)));
  const all = placesOf(sources).flatMap((place) => values.map((value) => ({ ...place, [label]: value })));
  return [...counted, ...all.filter((labels) => !known.has(keyOf(labels))).map((labels) => ({ labels, value: 0 }))];
}

/** `platforms`: the names of the chat platforms there are. */
export function createMetrics(version: string, platforms: readonly string[]): Metrics {
  const counters = {
    ...{ events: createCounter(), posts: createCounter(), errors: createCounter(), catchUps: createCounter() },
    ...{ asks: createCounter(), answers: createCounter(), notAsked: createCounter() },
  };
  const times = createDurationCounter();
  const lag = watchEventLoop();
  const startedAt = Date.now() / 1000 - process.uptime();
  let asked: Promise<string> | null = null;

  const own = (sources: GaugeSources): MetricSamples => ({
    emptychair_events_total: counters.events.samples(),
    emptychair_event_seconds: times.samples(),
    emptychair_asks_total: counters.asks.samples(),
    emptychair_answers_total: counters.answers.samples(),
    emptychair_not_asked_total: counters.notAsked.samples(),
    emptychair_posts_total: fromZero(sources, "result", RESULTS, counters.posts.samples()),
    emptychair_post_errors_total: fromZero(sources, "class", POST_FAULTS, counters.errors.samples()),
    emptychair_catch_ups_total: counters.catchUps.samples(),
    emptychair_event_loop_lag_seconds: lag.samples(),
    emptychair_memory_bytes: [{ labels: {}, value: process.memoryUsage.rss() }],
    emptychair_start_time_seconds: [{ labels: {}, value: startedAt }],
    emptychair_build_info: [{ labels: { version, node: process.versions.node }, value: 1 }],
  });

  return {
    count: (bot) => {
      let isHearing = false;
      bot.onSaved((changes, desk) => {
        if (!isHearing) countChanges(counters, changes, desk);
      });
      const counted = countingBot(bot, (event, outcome, seconds) => {
        const from = { platform: deliveredBy(event, platforms), kind: event.kind };
        const told = { desk: event.desk ?? "", ...from };
        counters.events.add({ ...told, outcome: "failed" }, 0);
        counters.events.add({ ...told, outcome });
        times.observe(from, seconds);
        const platform = outcome === "saved" ? caughtUpOn(event) : null;
        if (platform !== null) counters.catchUps.add({ platform });
      });
      const heard: Bot["heard"] = (changes, desk) => {
        isHearing = true;
        bot.heard(changes, desk);
        isHearing = false;
      };
      return { ...counted, heard };
    },
    onResult: (desk, lane, result) => {
      const platform = platformOf(lane);
      counters.posts.add({ desk, platform, result: result.kind });
      const fault = postFaultOf(result);
      if (fault !== null) counters.errors.add({ desk, platform, class: fault });
    },
    text: (sources) => {
      asked ??= readGauges(sources)
        .then((gauges) => exposed({ ...own(sources), ...gauges }))
        .finally(() => {
          asked = null;
        });
      return asked;
    },
    stop: async () => lag.stop(),
  };
}
