import { isDeepStrictEqual } from "node:util";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  visit,
} from "yaml";

/** Where a setting stands in the file: keys of groups, and numbers of entries in lists. */
export type Keys = readonly (string | number)[];

/** What is to stand in a settings file at a place; without a value nothing, so that the default holds. */
export interface TextEdit {
  readonly keys: Keys;
  readonly value?: unknown;
}

type KeyedValues = Record<string | number, unknown>;

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The file as values, none of them shared between two places. */
function meaningOf(text: string): unknown {
  return JSON.parse(JSON.stringify(parseDocument(text).toJS() ?? {}));
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The values with the edit made; a group that is left empty goes with its last setting. */
function withEdit(value: unknown, [key, ...others]: Keys, to: unknown): unknown {
  if (key === undefined) return to;
  const group = (Array.isArray(value) ? [...value] : { ...(value as KeyedValues | null) }) as KeyedValues;
  const inner = withEdit(group[key], others, to);
  if (inner === undefined || (to === undefined && isEmpty(inner))) delete group[key];
  else group[key] = inner;
  return group;
}

/** A text as lines, and where they begin and end. */
interface Page {
  readonly text: string;
  readonly eol: string;
}

function lineStart({ text }: Page, position: number): number {
  return text.lastIndexOf("\n", position - 1) + 1;
}

function afterLine({ text }: Page, position: number): number {
  const end = text.indexOf("\n", position);
  return end === -1 ? text.length : end + 1;
}

function replaced({ text }: Page, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** Where the last word of a node ends, not the blanks and lines behind it. */
function endOf({ text }: Page, node: Node): number {
  return text.slice(0, node.range?.[1] ?? 0).trimEnd().length;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function keyOf(pair: Pair): Node | null {
  return isNode(pair.key) ? pair.key : null;
}

function lastOf(pair: Pair): Node | null {
  return isNode(pair.value) && (pair.value.range?.[1] ?? 0) > 0 ? pair.value : keyOf(pair);
}

/** A value over several lines, each line but the first moved in by so many blanks. */
function block(value: unknown, column: number, { eol }: Page): string {
  const lines = stringify(value, STYLE).trimEnd().split("\n");
  return lines.map((line, index) => (index === 0 || line === "" ? line : " ".repeat(column) + line)).join(eol);
}

/** A value on one line, a text in the quotes that stood there. */
function inline(value: unknown, old: unknown): string {
  if (typeof value === "string" && isScalar(old) && typeof old.value === "string") {
    const scalar = new Scalar(value);
    if (old.type === Scalar.QUOTE_DOUBLE || old.type === Scalar.QUOTE_SINGLE) scalar.type = old.type;
    const kept = stringify(scalar, STYLE).trimEnd();
    if (!kept.includes("\n")) return kept;
  }
  const plain = stringify(value, { ...STYLE, collectionStyle: "flow" }).trimEnd();
  return plain.includes("\n") ? JSON.stringify(value) : plain;
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

/** Entries at the beginning and at the end that stay as they are keep their lines, their comments with them. */
function listReplaced(page: Page, seq: YAMLSeq, value: readonly unknown[]): string | null {
  const nodes = seq.items.filter(isNode);
  const old: readonly unknown[] = JSON.parse(JSON.stringify(nodes.map((node) => node.toJSON())));
  const isSame = (one: number, other: number) => isDeepStrictEqual(old[one], JSON.parse(JSON.stringify(value[other])));
  const least = Math.min(old.length, value.length);
  let first = 0;
  while (first < least && isSame(first, first)) first += 1;
  let last = 0;
  while (last < least - first && isSame(old.length - 1 - last, value.length - 1 - last)) last += 1;
  const [from, to] = [nodes[first], nodes[old.length - 1 - last]];
  const before = nodes[first - 1];
  const column = startOf(nodes[0] as Node) - 2 - lineStart(page, startOf(nodes[0] as Node));
  const added = value.slice(first, value.length - last);
  const lines = added.length === 0 ? "" : " ".repeat(column) + block(added, column, page) + page.eol;
  if (first + last < old.length && from && to) {
    const start = lineStart(page, startOf(from));
    return replaced(page, start, afterLine(page, endOf(page, to)), lines);
  }
  const at = before ? afterLine(page, endOf(page, before)) : lineStart(page, startOf(nodes[0] as Node));
  return replaced(page, at, at, page.text.slice(0, at).endsWith("\n") ? lines : page.eol + lines);
}

function valueReplaced(page: Page, pair: Pair, value: unknown): string | null {
  const key = keyOf(pair);
  if (key === null) return null;
  const { value: old } = pair;
  const colon = page.text.indexOf(":", key.range?.[1] ?? 0) + 1;
  const isLong = typeof value === "object" && value !== null && !isEmpty(value) && !isPlainList(value);
  if (!isNode(old) || old.range?.[0] === old.range?.[1]) {
    const column = startOf(key) - lineStart(page, startOf(key)) + 2;
    const text = isLong ? page.eol + " ".repeat(column) + block(value, column, page) : ` ${inline(value, null)}`;
    return replaced(page, colon, colon, text);
  }
  const isBlock = isCollection(old) && old.flow !== true;
  if (isBlock && isSeq(old) && Array.isArray(value) && value.length > 0 && old.items.length > 0)
    return listReplaced(page, old, value);
  const start = startOf(old);
  const end = isBlock ? endOf(page, old) : (old.range?.[1] ?? start);
  const isBare = page.text.slice(colon, start).trim() === "";
  if (isBlock && typeof value === "object" && !isEmpty(value))
    return replaced(page, start, end, block(value, start - lineStart(page, start), page));
  if (isLong && isBare) {
    const column = startOf(key) - lineStart(page, startOf(key)) + 2;
    return replaced(page, colon, end, page.eol + " ".repeat(column) + block(value, column, page));
  }
  if (isBlock && isBare) return replaced(page, colon, end, ` ${inline(value, null)}`);
  return replaced(page, start, end, inline(value, old));
}

function nested(keys: Keys, value: unknown): unknown {
  return keys.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), value);
}

function pairAdded(page: Page, map: YAMLMap, keys: Keys, value: unknown): string | null {
  const [first, last] = [map.items[0], map.items.at(-1)];
  const key = first && keyOf(first);
  const end = last && lastOf(last);
  if (!key || !end) return null;
  const column = startOf(key) - lineStart(page, startOf(key));
  const at = afterLine(page, endOf(page, end));
  const lines = " ".repeat(column) + block(nested(keys, value), column, page) + page.eol;
  return replaced(page, at, at, page.text.slice(0, at).endsWith("\n") ? lines : page.eol + lines);
}

function pairRemoved(page: Page, pair: Pair): string | null {
  const [key, last] = [keyOf(pair), lastOf(pair)];
  if (!key || !last) return null;
  const start = lineStart(page, startOf(key));
  if (page.text.slice(start, startOf(key)).trim() !== "") return null;
  return replaced(page, start, afterLine(page, endOf(page, last)), "");
}

/** The text with nothing changed but the lines of the setting; null where they cannot be changed by themselves. */
function spliced(page: Page, { keys, value }: TextEdit): string | null {
  let node: unknown = parseDocument(page.text).contents;
  if (node === null || (isScalar(node) && node.value === null)) {
    const begun = page.text === "" || page.text.endsWith("\n") ? page.text : page.text + page.eol;
    return value === undefined ? page.text : begun + block(nested(keys, value), 0, page) + page.eol;
  }
  let toRemove: Pair | null = null;
  for (const [depth, key] of keys.entries()) {
    if (isSeq(node) && typeof key === "number") {
      node = node.items[key];
      continue;
    }
    if (!isMap(node) || node.flow) return null;
    const pair: Pair | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) return value === undefined ? page.text : pairAdded(page, node, keys.slice(depth), value);
    if (toRemove === null || node.items.length > 1) toRemove = pair;
    if (depth === keys.length - 1)
      return value === undefined ? pairRemoved(page, toRemove) : valueReplaced(page, pair, value);
    node = pair.value;
  }
  return null;
}

/** Gives each place that shares its value with another one a value of its own. */
function shareNothing(document: Document): void {
  visit(document, { Alias: (_, alias) => document.createNode(alias.resolve(document)?.toJS(document)) as Node });
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

/** The text as the library writes it with the edit made: comments and order stay, blanks may not. */
function rewritten(page: Page, { keys, value }: TextEdit): string {
  const document = parseDocument(page.text);
  shareNothing(document);
  for (let depth = 1; depth < keys.length; depth += 1) {
    const group = keys.slice(0, depth);
    if (value !== undefined && !isCollection(document.getIn(group))) document.setIn(group, document.createNode({}));
  }
  if (value !== undefined)
    document.setIn(keys, isScalar(document.getIn(keys, true)) ? value : document.createNode(value));
  for (let depth = keys.length; value === undefined && depth > 0; depth -= 1) {
    const place = keys.slice(0, depth);
    const left = document.getIn(place);
    if (depth === keys.length || (isCollection(left) && left.items.length === 0)) document.deleteIn(place);
  }
  return document.toString(STYLE).replace(/\r?\n/g, page.eol);
}

/**
 * A settings file's text with the edit made: beside it every byte stays, comments, order and quotes too. Where the setting does not stand
 * on lines of its own the file is written anew with its comments and order. Null where neither says what is wanted; the text must be valid YAML.
 */
export function editText(text: string, edit: TextEdit): string | null {
  const page = { text, eol: text.includes("\r\n") ? "\r\n" : "\n" };
  const wanted = withEdit(meaningOf(text), edit.keys, edit.value);
  const isMeant = (made: string | null): made is string =>
    made !== null && parseDocument(made).errors.length === 0 && isDeepStrictEqual(meaningOf(made), wanted);
  const kept = spliced(page, edit);
  if (isMeant(kept)) return kept;
  const anew = rewritten(page, edit);
  return isMeant(anew) ? anew : null;
}
