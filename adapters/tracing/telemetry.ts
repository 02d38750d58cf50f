import { createRequire } from "node:module";
import { join } from "node:path";

/** A number or a short text that tells what a span is about. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** What is passed along so that what happens within knows what it is part of; only the package looks into it. */
declare const surrounding: unique symbol;
export interface Surrounding {
  readonly [surrounding]: never;
}

/** Where a span stands in its trace, as other spans refer to it. */
export interface SpanPlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

/** Something that took time. */
export interface TelemetrySpan {
  spanContext(): SpanPlace;
  setAttributes(attributes: SpanAttributes): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(): void;
}

/** What of the package `@opentelemetry/api` is used here. */
export interface Telemetry {
  readonly ROOT_CONTEXT: Surrounding;
  readonly context: {
    active(): Surrounding;
    with<T>(within: Surrounding, work: () => T): T;
  };
  readonly trace: {
    getTracer(
      name: string,
      version: string,
    ): {
      startSpan(name: string, options: { readonly attributes: SpanAttributes }, within: Surrounding): TelemetrySpan;
    };
    setSpan(within: Surrounding, span: TelemetrySpan): Surrounding;
    setSpanContext(within: Surrounding, place: SpanPlace): Surrounding;
  };
}

/** The code of a span that failed. */
export const FAILED = 2;

const PACKAGE: string = "@opentelemetry/api";

/** The package where whoever runs the program has installed it, beside the program or in the folder where it is started; null where not. */
export async function loadTelemetry(folder = process.cwd()): Promise<Telemetry | null> {
  try {
    return (await import(PACKAGE)) as Telemetry;
  } catch {
    try {
      return createRequire(join(folder, "package.json"))(PACKAGE) as Telemetry;
    } catch {
      return null;
    }
  }
}
