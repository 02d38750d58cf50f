import type { MetricSample } from "./exposition.ts";

/** Counts what happens, by its labels. */
export interface LabelledCounter {
  add(labels: MetricSample["labels"], by?: number): void;
  samples(): MetricSample[];
}

/** Tells how long things took, by their labels. */
export interface DurationCounter {
  observe(labels: MetricSample["labels"], seconds: number): void;
  samples(): MetricSample[];
}

/** Upper bounds, seconds: from a save that had the disk for itself to one that waited as long as any may. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

/** What is kept of the things with the same labels. */
function byLabels<T>(begin: () => T) {
  const kept = new Map<string, { readonly labels: MetricSample["labels"]; readonly value: T }>();
  return {
    of: (labels: MetricSample["labels"]): T => {
      const key = JSON.stringify(Object.values(labels));
      const found = kept.get(key) ?? { labels, value: begin() };
      kept.set(key, found);
      return found.value;
    },
    all: () => [...kept.values()],
  };
}

export function createCounter(): LabelledCounter {
  const counts = byLabels(() => ({ count: 0 }));
  return {
    add: (labels, by = 1) => {
      counts.of(labels).count += by;
    },
    samples: () => counts.all().map(({ labels, value: { count } }) => ({ labels, value: count })),
  };
}

export function createDurationCounter(): DurationCounter {
  const kept = byLabels(() => ({ within: BOUNDS.map(() => 0), count: 0, sum: 0 }));
  return {
    observe: (labels, seconds) => {
      const times = kept.of(labels);
      const place = BOUNDS.findIndex((bound) => seconds <= bound);
      if (place >= 0) times.within[place] = (times.within[place] ?? 0) + 1;
      times.count += 1;
      times.sum += seconds;
    },
    samples: () =>
      kept.all().flatMap(({ labels, value: { within, count, sum } }) => {
        let below = 0;
        const buckets = BOUNDS.map((bound, place) => {
          below += within[place] ?? 0;
          return { labels: { ...labels, le: String(bound) }, value: below, suffix: "_bucket" };
        });
        const infinite = { labels: { ...labels, le: "+Inf" }, value: count, suffix: "_bucket" };
        return [
          ...buckets,
          infinite,
          { labels, value: sum, suffix: "_sum" },
          { labels, value: count, suffix: "_count" },
        ];
      }),
  };
}
