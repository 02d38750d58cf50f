import type { Json } from "./json.ts";
import { mimetypeOf } from "./methods/files.ts";
import type { StoredFile } from "./workspace.ts";
import type { World } from "./world.ts";

/** Blocks as Slack's own message field makes them. */
export function richText(text: string, blockId: string): readonly Json[] {
  const section = { type: "rich_text_section", elements: [{ type: "text", text }] };
  return [{ type: "rich_text", block_id: blockId, elements: [section] }];
}

/** A file somebody sends along with a message. */
export function attach(world: World, owner: string, channel: string, name: string): StoredFile {
  const file: StoredFile = {
    id: world.newId("F"),
    name,
    mimetype: mimetypeOf(name),
    owner,
    created: world.now(),
    title: name,
    size: 1,
    state: "complete",
    shares: [],
  };
  world.ofChannel(channel).workspace.files.set(file.id, file);
  return file;
}
