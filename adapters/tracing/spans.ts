import { FAILED, type SpanAttributes, type Surrounding, type Telemetry, type TelemetrySpan } from "./telemetry.ts";

/** What a span is called, what it is about, and what it is part of. */
export interface Begun {
  readonly name: string;
  readonly attributes: SpanAttributes;
  readonly within: Surrounding;
}

/** Does work within a span that ends with it, and says what came of it; rejects as the work does. */
export type InSpan = <T>(
  begun: Begun,
  work: (span: TelemetrySpan) => Promise<T>,
  outcomeOf: (result: T) => string,
) => Promise<T>;

export function createInSpan({ trace, context }: Telemetry, version: string): InSpan {
  const tracer = trace.getTracer("emptychair", version);
  return async ({ name, attributes, within }, work, outcomeOf) => {
    const span = tracer.startSpan(name, { attributes }, within);
    try {
      const result = await context.with(trace.setSpan(within, span), () => work(span));
      span.setAttributes({ "emptychair.outcome": outcomeOf(result) });
      return result;
    } catch (error) {
      span.setAttributes({ "emptychair.outcome": "failed" });
      span.setStatus({ code: FAILED });
      throw error;
    } finally {
      span.end();
    }
  };
}
