import { fileShape } from "../directory-shapes.ts";
import { asObject, asObjects, asString, type Json } from "../json.ts";
import type { Call, Methods } from "../method.ts";
import { invalidArguments, SlackError } from "../slack-error.ts";
import type { Channel, StoredFile } from "../workspace.ts";

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
};

/** files.*: upload in two steps, and what became of a file. */
export const fileMethods: Methods = {
  "files.getUploadURLExternal": {
    tier: 4,
    scopes: ["files:write"],
    args: "filename! length! snippet_type alt_txt",
    run({ args, workspace, backstage }) {
      const name = args.need("filename");
      const size = Number(args.need("length"));
      if (!Number.isInteger(size) || size < 1) throw invalidArguments("must be at least 1: length");
      const file: StoredFile = {
        id: backstage.world.newId("F"),
        name,
        mimetype: mimetypeOf(name),
        owner: workspace.botUser,
        created: backstage.time.now(),
        title: name,
        size,
        state: "awaited",
        shares: [],
      };
      workspace.files.set(file.id, file);
      return { upload_url: `${backstage.address()}/upload/${file.id}`, file_id: file.id };
    },
  },
  "files.completeUploadExternal": {
    tier: 4,
    scopes: ["files:write"],
    args: "files! channel_id thread_ts channels initial_comment blocks",
    run(call) {
      const { args, workspace, backstage } = call;
      const files = asObjects(args.json("files", "invalid_arguments")).map((given) => uploaded(call, given));
      if (files.length === 0) throw invalidArguments("missing required field: files");
      const channel = sharedTo(call);
      for (const file of files) file.state = "complete";
      if (channel) backstage.time.after(backstage.limits.fileShareMs, () => share(call, files, channel));
      return { files: files.map(({ id, title }) => ({ id, title })), ...(!channel && { team_id: workspace.id }) };
    },
  },
  "files.delete": {
    tier: 3,
    scopes: ["files:write"],
    args: "file!",
    run({ args, workspace }) {
      const file = workspace.files.get(args.need("file"));
      if (file?.state !== "complete") throw new SlackError("file_not_found");
      if (file.owner !== workspace.botUser) throw new SlackError("cant_delete_file");
      workspace.files.delete(file.id);
      return {};
    },
  },
  "files.info": {
    tier: 4,
    scopes: ["files:read"],
    args: "file! count cursor limit page",
    run({ args, workspace }) {
      const file = workspace.files.get(args.need("file"));
      if (!file || file.state === "awaited") throw new SlackError("file_not_found");
      const shares = Object.fromEntries(file.shares.map(({ channel, ts }) => [channel, [{ ts }]]));
      return {
        file: { ...fileShape(file), shares: { public: shares } },
        comments: [],
        response_metadata: { next_cursor: "" },
      };
    },
  },
};

/** The type Slack would guess from a file's name. */
export function mimetypeOf(name: string): string {
  return TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}

function uploaded({ workspace }: Call, given: Json): StoredFile {
  const file = workspace.files.get(asString(asObject(given)?.id) ?? "");
  if (file?.state !== "uploaded") throw new SlackError("file_not_found");
  file.title = asString(given.title) ?? file.title;
  return file;
}

function sharedTo({ args, workspace }: Call): Channel | undefined {
  const id = args.text("channel_id") ?? args.text("channels");
  if (id === undefined) return undefined;
  const channel = workspace.channels.get(id);
  if (!channel) throw new SlackError("channel_not_found");
  if (!channel.members.has(workspace.botUser)) throw new SlackError("not_in_channel");
  return channel;
}

function share({ args, workspace, backstage }: Call, files: readonly StoredFile[], channel: Channel): void {
  const threadTs = args.text("thread_ts");
  const message = backstage.happenings.posted({
    channel: channel.id,
    team: workspace.id,
    user: workspace.botUser,
    botId: workspace.botId,
    subtype: "file_share",
    files,
    content: { text: args.text("initial_comment") ?? "" },
    ...(threadTs && { threadTs }),
  });
  for (const file of files) file.shares.push({ channel: channel.id, ts: message.ts });
}
