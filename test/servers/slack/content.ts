import { faultsOf, tableFaults, withIds } from "./blocks.ts";
import { asObject, asObjects, asString, type Json } from "./json.ts";
import type { Content } from "./messages.ts";
import type { Call } from "./method.ts";
import type { Oracle } from "./oracle.ts";
import { SlackError } from "./slack-error.ts";
import { ALL_TABLES } from "./workspace-spec.ts";

const LONGEST_TEXT = 40_000;
const LONGEST_BLOCKS = 13_200;
const LARGEST_METADATA = 16_000;

/** What the call wants said; what it leaves out is taken from `before`. Throws Slack's code for what is wrong. */
export function contentOf(call: Call, before?: Content): Content {
  const { args, backstage } = call;
  const given = {
    text: args.text("text"),
    blocks: args.json("blocks", "invalid_blocks_format"),
    attachments: args.json("attachments", "invalid_attachments"),
  };
  const markdown = args.text("markdown_text");
  if (markdown !== undefined && (given.text !== undefined || given.blocks !== undefined)) {
    throw new SlackError("markdown_text_conflict");
  }
  const text = markdown ?? given.text ?? (before && given.blocks === undefined ? before.text : "");
  const blocks =
    given.blocks === undefined ? before?.blocks : messageBlocks(given.blocks, backstage.oracle, call.workspace.tables);
  const attachments = given.attachments === undefined ? before?.attachments : asObjects(given.attachments);
  if (text === "" && !blocks?.length && !attachments?.length) throw new SlackError("no_text");
  const metadata = metadataOf(args.json("metadata", "invalid_metadata_format"), before?.metadata);
  return {
    text: cut(text, call),
    ...(blocks?.length && { blocks }),
    ...(attachments?.length && { attachments }),
    ...(metadata && { metadata }),
  };
}

function cut(text: string, { backstage, args }: Call): string {
  if (text.length <= LONGEST_TEXT) return text;
  backstage.complain(`A text of ${text.length} characters for ${args.text("channel")} was cut off at ${LONGEST_TEXT}.`);
  return text.slice(0, LONGEST_TEXT);
}

/** The blocks of a message, checked and with ids; `tables` are the kinds its workspace knows. Throws invalid_blocks_format, invalid_blocks or msg_blocks_too_long. */
export function messageBlocks(value: unknown, oracle: Oracle | undefined, tables = ALL_TABLES): readonly Json[] {
  if (!Array.isArray(value)) throw new SlackError("invalid_blocks_format");
  if (value.length === 0) return [];
  const blocks = asObjects(value);
  const faults = [
    ...(blocks.length < value.length ? ["every block must be an object"] : []),
    ...faultsOf(blocks, 50),
    ...tableFaults(blocks, tables),
    ...(oracle?.blockFaults("blocks", value) ?? []),
  ];
  if (faults.length > 0) throw new SlackError("invalid_blocks", metadataMessages(faults));
  if (wordsOf(blocks) > LONGEST_BLOCKS) throw new SlackError("msg_blocks_too_long");
  return withIds(blocks);
}

/** The view of a call or of a response action, checked. Throws invalid_arguments naming the faults. */
export function checkedView(view: Json, type: "modal" | "home", oracle: Oracle | undefined): Json {
  const faults = [
    ...(view.type === type ? [] : [`must be of type ${type} [json-pointer:/view/type]`]),
    ...faultsOf(asObjects(view.blocks), 100),
    ...(oracle?.blockFaults(type === "home" ? "home_view" : "modal_view", view) ?? []),
  ];
  if (faults.length > 0) throw new SlackError("invalid_arguments", metadataMessages(faults));
  return view;
}

function metadataMessages(faults: readonly string[]): Json {
  return { response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) } };
}

function wordsOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + wordsOf(item), 0);
  const object = asObject(value);
  if (!object) return 0;
  const own = asString(object.text)?.length ?? 0;
  return own + Object.values(object).reduce<number>((sum, item) => sum + wordsOf(item), 0);
}

function metadataOf(value: unknown, before: Json | undefined): Json | undefined {
  if (value === undefined) return before;
  const metadata = asObject(value);
  if (!metadata) throw new SlackError("invalid_metadata_format");
  if (Object.keys(metadata).length === 0) return undefined;
  const payload = asObject(metadata.event_payload);
  const known = Object.keys(metadata).every((key) => key === "event_type" || key === "event_payload");
  if (!known || !/^\w+$/.test(asString(metadata.event_type) ?? "") || !payload) {
    throw new SlackError("invalid_metadata_format");
  }
  if (!Object.values(payload).every((item) => scalarOrFlat(item))) throw new SlackError("invalid_metadata_schema");
  if (JSON.stringify(metadata).length > LARGEST_METADATA) throw new SlackError("metadata_too_large");
  return metadata;
}

function scalarOrFlat(value: unknown): boolean {
  if (["string", "number", "boolean"].includes(typeof value)) return true;
  const objects = Array.isArray(value) ? value.map(asObject) : [asObject(value)];
  return objects.every((it) => it && Object.values(it).every((item) => typeof item !== "object"));
}
