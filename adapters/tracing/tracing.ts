import type { Bot, Handled } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import { platformOf } from "../../src/interaction/address.ts";
import type { Change } from "../../src/outcome.ts";
import type { Chat, Outgoing, Store } from "../../src/ports.ts";
import {
  FAILED,
  loadTelemetry,
  type SpanAttributes,
  type SpanPlace,
  type Surrounding,
  type Telemetry,
  type TelemetrySpan,
} from "./telemetry.ts";

/** Adds to what works a span for each event, each of its saves and each attempt to post what it said. */
export interface Tracing {
  store(store: Store): Store;
  bot(bot: Bot): Bot;
  chat(chat: Chat): Chat;
}

/** Leaves everything as it is: nobody has a tracer. */
export const UNTRACED: Tracing = { store: (store) => store, bot: (bot) => bot, chat: (chat) => chat };

/** So many posts are remembered until they are posted, with what they follow from. */
const MOST_REMEMBERED = 5_000;
/** What comes after these parts of an event's id may tell what was chosen. */
const PARTS = 3;

/** Where a post was saved. */
interface Origin {
  readonly place: SpanPlace;
  readonly desk: string;
}

function shownId(id: string | null): SpanAttributes {
  return id === null ? {} : { "emptychair.event.id": id.split(":").slice(0, PARTS).join(":") };
}

function eventAttributes({ id, kind, desk }: InboundEvent): SpanAttributes {
  return {
    "emptychair.event.kind": kind,
    ...shownId(id),
    ...(id === null ? {} : { "emptychair.platform": platformOf(id) }),
    ...(desk === undefined ? {} : { "emptychair.desk": desk }),
  };
}

function postAttributes({ post }: Outgoing, origin: Origin | undefined): SpanAttributes {
  return {
    ...{ "emptychair.platform": platformOf(post.lane), "emptychair.post.id": post.id },
    "emptychair.post.attempts": post.attempts,
    ...(origin === undefined ? {} : { "emptychair.desk": origin.desk }),
  };
}

/** From which save each post comes that is not posted yet; the oldest are forgotten first. */
function createOrigins() {
  const origins = new Map<string, Origin>();
  return {
    remember: (changes: readonly Change[], origin: Origin): void => {
      for (const { table, row } of changes) if (table === "post" && row.version === 0) origins.set(row.id, origin);
      for (const oldest of origins.keys()) {
        if (origins.size <= MOST_REMEMBERED) break;
        origins.delete(oldest);
      }
    },
    get: (post: string) => origins.get(post),
    forget: (post: string) => origins.delete(post),
  };
}

/** What a span is called, what it is about, and what it is part of. */
interface Begun {
  readonly name: string;
  readonly attributes: SpanAttributes;
  readonly within: Surrounding;
}

/** Does work within spans, each of which ends with its work. */
function createSpans({ trace, context }: Telemetry, version: string) {
  const tracer = trace.getTracer("emptychair", version);
  return async <T>(
    { name, attributes, within }: Begun,
    work: (span: TelemetrySpan) => Promise<T>,
    outcomeOf: (result: T) => string,
  ): Promise<T> => {
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

function handledAs({ status, refusal }: Handled): string {
  return status === "saved" && refusal !== undefined ? "refused" : status;
}

/** Traces by the package. It says nobody's words: ids, kinds, desks, platforms and outcomes alone. */
export function createTracing(telemetry: Telemetry, version: string): Tracing {
  const { trace, context, ROOT_CONTEXT } = telemetry;
  const inSpan = createSpans(telemetry, version);
  const origins = createOrigins();

  const passOn = ({ save }: Store): Store["save"] => {
    return (desk, event, changes) => {
      const attributes = { "emptychair.desk": desk, "emptychair.changes": changes.length, ...shownId(event.id) };
      const work = async (span: TelemetrySpan) => {
        const saved = await save(desk, event, changes);
        if (saved === "saved") origins.remember(changes, { place: span.spanContext(), desk });
        return saved;
      };
      return inSpan({ name: "save", attributes, within: context.active() }, work, (saved) => saved);
    };
  };

  const handle = (bot: Bot): Bot["handle"] => {
    return (event, answering) => {
      const begun = { name: `event ${event.kind}`, attributes: eventAttributes(event), within: context.active() };
      return inSpan(begun, () => bot.handle(event, answering), handledAs);
    };
  };

  const handOver = ({ post }: Chat): Chat["post"] => {
    return async (outgoing) => {
      const { id, message } = outgoing.post;
      const origin = origins.get(id);
      const within = origin === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, origin.place);
      const begun = { name: `post ${message.kind}`, attributes: postAttributes(outgoing, origin), within };
      const result = await inSpan(
        begun,
        () => post(outgoing),
        ({ kind }) => kind,
      );
      if (result.kind === "posted" || result.kind === "refused") origins.forget(id);
      return result;
    };
  };

  return {
    store: (store) => ({ ...store, save: passOn(store) }),
    bot: (bot) => {
      const handled = handle(bot);
      const at: Bot["at"] = (desk) => ({
        ...bot.at(desk),
        handle: (event, answering) => handled({ ...event, desk }, answering),
      });
      return { ...bot, handle: handled, at };
    },
    chat: (chat) => ({ ...chat, post: handOver(chat) }),
  };
}

/** Traces where whoever runs the program has installed the package; otherwise nothing is traced. */
export async function openTracing(version: string): Promise<Tracing> {
  const telemetry = await loadTelemetry();
  return telemetry === null ? UNTRACED : createTracing(telemetry, version);
}
