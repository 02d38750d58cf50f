import { randomBytes } from "node:crypto";
import { asObject, asObjects, asString, type Json } from "./json.ts";

/** An interactive element and the block it stands in. */
export interface PlacedElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly block: Json;
  readonly element: Json;
}

/** The blocks with a block id and action ids wherever the app gave none, as Slack stores them. */
export function withIds(blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? newId(),
    ...(block.type === "actions" && { elements: asObjects(block.elements).map(withActionId) }),
    ...(asObject(block.accessory) && { accessory: withActionId(asObject(block.accessory) ?? {}) }),
    ...(asObject(block.element) && { element: withActionId(asObject(block.element) ?? {}) }),
  }));
}

function withActionId(element: Json): Json {
  return element.type === "image" ? element : { ...element, action_id: element.action_id ?? newId() };
}

function newId(): string {
  return randomBytes(4).toString("base64url");
}

/** The interactive elements of the blocks, in reading order. */
export function elementsOf(blocks: readonly Json[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => {
    const candidates = [...asObjects(block.elements), asObject(block.accessory), asObject(block.element)];
    return candidates.flatMap((element) => {
      const actionId = asString(element?.action_id);
      return element && actionId ? [{ blockId: String(block.block_id), actionId, block, element }] : [];
    });
  });
}

/** The element's options, groups opened up. */
export function optionsOf(element: Json): readonly Json[] {
  return [
    ...asObjects(element.options),
    ...asObjects(element.option_groups).flatMap(({ options }) => asObjects(options)),
  ];
}

/**
 * What is wrong with the blocks apart from their schema, as sentences: too many, an id given twice.
 * `most` is 50 for a message and 100 for a view.
 */
export function faultsOf(blocks: readonly Json[], most: number): readonly string[] {
  const faults: string[] = [];
  if (blocks.length > most) faults.push(`no more than ${most} items allowed [json-pointer:/blocks]`);
  const ids = blocks.flatMap(({ block_id: id }) => asString(id) ?? []);
  for (const id of repeated(ids)) faults.push(`\`block_id\` "${id}" already exists`);
  blocks.forEach((block, index) => {
    if (!asString(block.type)) faults.push(`missing required field: type [json-pointer:/blocks/${index}]`);
    const actions = elementsOf([block]).map(({ actionId }) => actionId);
    for (const id of repeated(actions))
      faults.push(`\`action_id\` "${id}" already exists [json-pointer:/blocks/${index}]`);
  });
  return faults;
}

/** Slack's limits of a table: rows with the head, cells of a row, and characters of all cells. */
const TABLES: Readonly<Record<string, { readonly rows: number; readonly fewest: number }>> = {
  table: { rows: 100, fewest: 1 },
  data_table: { rows: 101, fewest: 2 },
};
const MOST_CELLS = 20;
const LONGEST_CELLS = 10_000;

/** What is wrong with the tables among the blocks, of which a workspace may know no kind, and a message has one at most. */
export function tableFaults(blocks: readonly Json[], known: ReadonlySet<string>): readonly string[] {
  const tables = blocks.filter(({ type }) => String(type) in TABLES);
  const many = tables.length > 1 ? ["only_one_table_allowed [json-pointer:/blocks]"] : [];
  return [...many, ...tables.flatMap((table) => faultsOfTable(table, known))];
}

function faultsOfTable(table: Json, known: ReadonlySet<string>): readonly string[] {
  const type = String(table.type);
  if (!known.has(type)) return [`unsupported type: ${type} [json-pointer:/blocks]`];
  const limits = TABLES[type] ?? { rows: 0, fewest: 0 };
  const rows = Array.isArray(table.rows) ? table.rows.map(asObjects) : [];
  const texts = rows.flat().map(({ text }) => asString(text) ?? "");
  const widths = new Set(rows.map(({ length }) => length));
  const faults: readonly (readonly [boolean, string])[] = [
    [rows.length < limits.fewest || rows.length > limits.rows, "wrong number of rows"],
    [widths.size > 1 || Math.max(0, ...widths) > MOST_CELLS, "wrong number of cells"],
    [texts.some((text) => text === ""), "must be more than 0 characters"],
    [texts.join("").length > LONGEST_CELLS, "too many characters in the cells"],
    [type === "data_table" && !asString(table.caption), "missing required field: caption"],
  ];
  return faults.flatMap(([isWrong, fault]) => (isWrong ? [`${fault} [json-pointer:/blocks/rows]`] : []));
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
