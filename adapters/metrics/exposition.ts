import { METRICS, type MetricName } from "./catalogue.ts";

/** One number of a metric, and what it is told apart by; an empty label is left out. */
export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** What a histogram's name is followed by, e.g. `_sum`. */
  readonly suffix?: string;
}

/** What is known of each metric. */
export type MetricSamples = Readonly<Partial<Record<MetricName, readonly MetricSample[]>>>;

/** The format that Prometheus reads, version 0.0.4. */
export const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", '"': '\\"' };

function labelText(labels: MetricSample["labels"]): string {
  const told = Object.entries(labels).filter(([, value]) => value !== "");
  const pairs = told.map(([name, value]) => `${name}="${value.replace(/[\\\n"]/g, (sign) => ESCAPED[sign] ?? sign)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** The metrics as text: each with what it is, whether or not there is a number of it. */
export function exposed(samples: MetricSamples): string {
  const names = Object.keys(METRICS) as MetricName[];
  const lines = names.flatMap((name) => {
    const { type, help } = METRICS[name];
    const own = (samples[name] ?? []).map(
      ({ labels, value, suffix = "" }) => `${name}${suffix}${labelText(labels)} ${value}`,
    );
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...own];
  });
  return `${lines.join("\n")}\n`;
}
