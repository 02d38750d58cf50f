import type { Bot } from "../../src/bot.ts";
import type { InboundEvent } from "../../src/events.ts";
import { platformOf } from "../../src/interaction/address.ts";
import type { Chat, Outgoing, Store } from "../../src/ports.ts";
import { handledBy, outcomeOf } from "../around-bot.ts";
import { createOrigins, type Origin, type Origins } from "./origins.ts";
import { createInSpan, type InSpan } from "./spans.ts";
import { loadTelemetry, type SpanAttributes, type Telemetry, type TelemetrySpan } from "./telemetry.ts";

/** Adds to what works a span for each event, each of its saves and each attempt to post what it said. */
export interface Tracing {
  store(store: Store): Store;
  bot(bot: Bot): Bot;
  chat(chat: Chat): Chat;
}

/** Leaves everything as it is: nobody has a tracer. */
const UNTRACED: Tracing = { store: (store) => store, bot: (bot) => bot, chat: (chat) => chat };

/** What comes after these parts of an event's id may tell what was chosen. */
const PARTS = 3;

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

/** By what is traced. */
interface Tools {
  readonly telemetry: Telemetry;
  readonly inSpan: InSpan;
  readonly origins: Origins;
}

function tracedSave({ telemetry, inSpan, origins }: Tools, { save }: Store): Store["save"] {
  return (desk, event, changes) => {
    const attributes = { "emptychair.desk": desk, "emptychair.changes": changes.length, ...shownId(event.id) };
    const work = async (span: TelemetrySpan) => {
      const saved = await save(desk, event, changes);
      if (saved === "saved") origins.remember(changes, { place: span.spanContext(), desk });
      return saved;
    };
    return inSpan({ name: "save", attributes, within: telemetry.context.active() }, work, (saved) => saved);
  };
}

function tracedHandle({ telemetry, inSpan }: Tools, bot: Bot): Bot["handle"] {
  return (event, answering) => {
    const within = telemetry.context.active();
    const begun = { name: `event ${event.kind}`, attributes: eventAttributes(event), within };
    return inSpan(begun, () => bot.handle(event, answering), outcomeOf);
  };
}

function tracedPost({ telemetry, inSpan, origins }: Tools, { post }: Chat): Chat["post"] {
  const { trace, ROOT_CONTEXT } = telemetry;
  return async (outgoing) => {
    const { id, message } = outgoing.post;
    const origin = origins.get(id);
    const within = origin === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, origin.place);
    const begun = { name: `post ${message.kind}`, attributes: postAttributes(outgoing, origin), within };
    const work = () => post(outgoing);
    const result = await inSpan(begun, work, ({ kind }) => kind);
    if (result.kind === "posted" || result.kind === "refused") origins.forget(id);
    return result;
  };
}

/** Traces by the package. It says nobody's words: ids, kinds, desks, platforms and outcomes alone. */
export function createTracing(telemetry: Telemetry, version: string): Tracing {
  const tools: Tools = { telemetry, inSpan: createInSpan(telemetry, version), origins: createOrigins() };
  return {
    store: (store) => ({ ...store, save: tracedSave(tools, store) }),
    bot: (bot) => handledBy(bot, tracedHandle(tools, bot)),
    chat: (chat) => ({ ...chat, post: tracedPost(tools, chat) }),
  };
}

/** Traces where whoever runs the program has installed the package; otherwise nothing is traced. */
export async function openTracing(version: string): Promise<Tracing> {
  const telemetry = await loadTelemetry();
  return telemetry === null ? UNTRACED : createTracing(telemetry, version);
}
