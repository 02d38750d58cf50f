import type { APIEmbed } from "discord.js";
import { type Component, flattened } from "./components.ts";
import type { Json, Upload } from "./entities.ts";
import { type FormFault, Refusal } from "./refusals.ts";

/** The flags that may be set in what one sends. */
const SENDABLE_FLAGS = { message: 4 | 4096 | 32768, interaction: 4 | 64 | 4096 | 32768 };
const COMPONENTS_V2 = 32768;
const BIGGEST_FILE = 10 * 1024 * 1024;

export const tooLong = (at: string, limit: number): FormFault => ({
  at,
  code: "BASE_TYPE_MAX_LENGTH",
  message: `Must be ${limit} or fewer in length.`,
});

export const fault = (at: string, code: string, message: string): FormFault => ({ at, code, message });

/** Refuses a message that Discord would not take, with every fault found. */
export function checkMessage(
  body: Json,
  files: readonly Upload[],
  as: "message" | "interaction",
  editing = false,
): void {
  const faults = [
    ...textFaults(body, as, editing),
    ...embedFaults(body),
    ...pictureFaults(body, files),
    ...componentFaults(body),
  ];
  if (files.length > 10) faults.push(tooLong("attachments", 10));
  if (faults.length > 0) throw new Refusal(50035, faults);
  if (files.some(({ content }) => content.byteLength > BIGGEST_FILE)) throw new Refusal(40005);
  const given = [body.embeds, body.components, body.sticker_ids].some((list) => Array.isArray(list) && list.length > 0);
  const said = typeof body.content === "string" && body.content.trim() !== "";
  if (!editing && !said && !given && files.length === 0) throw new Refusal(50006);
}

function textFaults(body: Json, as: "message" | "interaction", editing: boolean): FormFault[] {
  const faults: FormFault[] = [];
  const { content, flags, nonce } = body;
  if (typeof content === "string" && [...content].length > 2_000) faults.push(tooLong("content", 2_000));
  if (String(nonce ?? "").length > 25) faults.push(tooLong("nonce", 25));
  if (typeof flags === "number" && (flags & ~SENDABLE_FLAGS[as]) !== 0) {
    faults.push(fault("flags", "MESSAGE_FLAGS_INVALID", "Only flags that one may set can be set."));
  }
  const isV2 = typeof flags === "number" && (flags & COMPONENTS_V2) !== 0;
  const old = (typeof content === "string" && content !== "") || (Array.isArray(body.embeds) && body.embeds.length > 0);
  if (isV2 && old && !editing) {
    faults.push(
      fault("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "Not with the flag IS_COMPONENTS_V2."),
    );
  }
  const allowed = body.allowed_mentions as { parse?: string[]; users?: string[]; roles?: string[] } | null | undefined;
  for (const kind of ["users", "roles"] as const) {
    const both = allowed?.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0;
    if (both)
      faults.push(
        fault(
          "allowed_mentions",
          "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        ),
      );
  }
  return faults;
}

function embedFaults(body: Json): FormFault[] {
  const embeds = (body.embeds ?? []) as APIEmbed[];
  const faults: FormFault[] = embeds.length > 10 ? [tooLong("embeds", 10)] : [];
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    const texts: [string, string | undefined, number][] = [
      ["title", embed.title, 256],
      ["description", embed.description, 4_096],
      ["footer.text", embed.footer?.text, 2_048],
      ["author.name", embed.author?.name, 256],
      ...(embed.fields ?? []).flatMap(({ name, value }, at): [string, string, number][] => [
        [`fields.${at}.name`, name, 256],
        [`fields.${at}.value`, value, 1_024],
      ]),
    ];
    for (const [at, text, limit] of texts) {
      total += text?.length ?? 0;
      if ((text?.length ?? 0) > limit) faults.push(tooLong(`embeds.${index}.${at}`, limit));
    }
    faults.push(...emptyEmbedFaults(embed, index));
    if ((embed.fields?.length ?? 0) > 25) faults.push(tooLong(`embeds.${index}.fields`, 25));
  }
  if (total > 6_000) faults.push(fault("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"));
  return faults;
}

/** An embed that shows nothing lacks its description, in Discord's words. */
function emptyEmbedFaults({ title, description, image, thumbnail, author, footer, fields }: APIEmbed, index: number) {
  const words = [title, description, author?.name, footer?.text].some((text) => (text ?? "").trim() !== "");
  if (words || image || thumbnail || (fields?.length ?? 0) > 0) return [];
  return [fault(`embeds.${index}.description`, "BASE_TYPE_REQUIRED", "This field is required")];
}

/** Pictures of embeds and components that name a file which does not come with the request. */
function pictureFaults({ embeds, components }: Json, files: readonly Upload[]): FormFault[] {
  const names = files.map(({ filename }) => filename);
  const unfound = (at: string, url: unknown): FormFault[] => {
    const name = /^attachment:\/\/(.*)$/.exec(String(url ?? ""))?.[1];
    if (name === undefined || names.includes(name)) return [];
    return [fault(at, "REFERENCED_ATTACHMENT_NOT_FOUND", `Referenced attachment "${name}" not found.`)];
  };
  const shown = flattened((components ?? []) as Component[]).flatMap(({ items }) => (items ?? []) as Json[]);
  return [
    ...((embeds ?? []) as APIEmbed[]).flatMap(({ image }, index) => unfound(`embeds.${index}.image.url`, image?.url)),
    ...shown.flatMap(({ media }) => unfound("components", (media as Json | undefined)?.url)),
  ];
}

/** What may stand in what, by the types of components. */
const IN_CONTAINER = [1, 9, 10, 12, 13, 14];
const AT_TOP = [...IN_CONTAINER, 17];

/** Faults of a message of components: what stands where it may not, empty parts, and too much in one. */
function layoutFaults(top: readonly Component[]): FormFault[] {
  const wrong = (at: string, allowed: readonly number[], inside: readonly Component[]) =>
    inside.some(({ type }) => !allowed.includes(type))
      ? [fault(at, "UNION_TYPE_CHOICES", `Only ${allowed.join(", ")} may stand there.`)]
      : [];
  const faults = wrong("components", AT_TOP, top);
  for (const { type, components: inside = [], accessory, content, items } of flattened(top)) {
    if (type === 17) faults.push(...wrong("components.components", IN_CONTAINER, inside));
    if (type === 17 && inside.length === 0)
      faults.push(fault("components", "BASE_TYPE_REQUIRED", "A container is not empty."));
    if (type === 9) faults.push(...wrong("components.components", [10], inside));
    if (type === 9 && (inside.length < 1 || inside.length > 3)) faults.push(tooLong("components.components", 3));
    if (type === 9 && ![2, 11].includes(accessory?.type ?? 0))
      faults.push(fault("components.accessory", "BASE_TYPE_REQUIRED", "A section has a button or a thumbnail."));
    if (type === 10 && String(content ?? "").trim() === "")
      faults.push(fault("components.content", "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length."));
    const count = Array.isArray(items) ? items.length : 0;
    if (type === 12 && (count < 1 || count > 10)) faults.push(tooLong("components.items", 10));
  }
  return faults;
}

function componentFaults(body: Json): FormFault[] {
  const top = (body.components ?? []) as Component[];
  const all = flattened(top);
  const isV2 = ((body.flags as number | undefined) ?? 0) & COMPONENTS_V2;
  const faults = [...customIdFaults(all, "components"), ...all.flatMap(buttonFaults)];
  if (!isV2 && top.length > 5) faults.push(tooLong("components", 5));
  if (!isV2 && top.some(({ type }) => type !== 1)) {
    faults.push(
      fault("components", "UNION_TYPE_CHOICES", "Without IS_COMPONENTS_V2 only action rows (1) are allowed."),
    );
  }
  if (isV2) faults.push(...layoutFaults(top));
  if (isV2 && all.length > 40) faults.push(tooLong("components", 40));
  const words = all.reduce((sum, { type, content }) => sum + (type === 10 ? String(content ?? "").length : 0), 0);
  if (words > 4_000)
    faults.push(fault("components", "COMPONENT_MAX_TEXT_SIZE", "All text displays together: 4000 or fewer."));
  for (const [index, row] of top.entries()) {
    const size = row.components?.length ?? 0;
    if (row.type === 1 && (size < 1 || size > 5)) faults.push(tooLong(`components.${index}.components`, 5));
  }
  return faults;
}

function buttonFaults({ type, style, label, emoji, url, custom_id, sku_id }: Component): FormFault[] {
  if (type !== 2) return [];
  const faults: FormFault[] = [];
  if (String(label ?? "").length > 80) faults.push(tooLong("components", 80));
  if (style !== 6 && !label && !emoji)
    faults.push(fault("components", "BUTTON_COMPONENT_EMPTY", "A button needs a label or an emoji."));
  const target = style === 5 ? url : style === 6 ? sku_id : custom_id;
  if (!target)
    faults.push(fault("components", "BASE_TYPE_REQUIRED", "A button needs a custom id, or a url if it is a link."));
  return faults;
}

/** What takes input needs a custom id of its own, 100 characters at most. */
export function customIdFaults(all: readonly Component[], at: string): FormFault[] {
  const faults: FormFault[] = [];
  const seen = new Set<string>();
  for (const { type, custom_id } of all) {
    if ([3, 4, 5, 6, 7, 8].includes(type) && !custom_id)
      faults.push(fault(at, "BASE_TYPE_REQUIRED", "A custom id is required."));
    if (custom_id === undefined) continue;
    if (custom_id.length < 1 || custom_id.length > 100) faults.push(tooLong(at, 100));
    if (seen.has(custom_id))
      faults.push(fault(at, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"));
    seen.add(custom_id);
  }
  return faults;
}
