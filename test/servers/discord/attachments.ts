import type { Attachment, Message, Upload } from "./entities.ts";
import type { Draft } from "./messages.ts";
import { badField } from "./refusals.ts";
import type { World } from "./world.ts";

type Wanted = NonNullable<Draft["attachments"]>;

/** Files that came with a request, stored; descriptions are in the body under the same number. */
export function storedAttachments(world: World, files: readonly Upload[], described: Wanted): Attachment[] {
  for (const { id } of described) {
    if (!files.some(({ index }) => index === String(id))) throw unknownAttachment(id);
  }
  return files.map(({ index, filename, contentType, content }) => ({
    id: world.newId(),
    filename: filename.replace(/[^\w.-]/g, "_"),
    contentType,
    description: described.find(({ id }) => String(id) === index)?.description ?? null,
    content,
  }));
}

/** What an edit leaves: those kept by id and the new files; without a list, all old and the new ones. */
export function editedAttachments(world: World, message: Message, draft: Draft): Attachment[] {
  const files = draft.files ?? [];
  if (draft.attachments === undefined || draft.attachments === null) {
    return [...(draft.attachments === null ? [] : message.attachments), ...storedAttachments(world, files, [])];
  }
  const kept = message.attachments.filter(({ id }) => draft.attachments?.some((wanted) => wanted.id === id));
  const described = draft.attachments.filter(({ id }) => !kept.some((attachment) => attachment.id === id));
  return [...kept, ...storedAttachments(world, files, described)];
}

const unknownAttachment = (id: string) =>
  badField("attachments", "ATTACHMENT_NOT_FOUND", `Attachment data for id ${id} not found.`);

/** The file behind an attachment's id, if some message still has it. */
export function findAttachment(world: World, channelId: string, id: string): Attachment | undefined {
  const messages = world.channels.get(channelId)?.messages ?? [];
  return messages.flatMap(({ attachments }) => attachments).find((attachment) => attachment.id === id);
}
