import type { Filter } from "../../src/ports.ts";
import type { Rows, Table } from "../../src/rows.ts";
import { codecOf, encodeValue, type Value } from "./codec.ts";

/** One condition of a filter, its values as stored. */
export type Condition =
  | { readonly kind: "among"; readonly column: string; readonly values: readonly Value[]; readonly orNull: boolean }
  | { readonly kind: "atMost"; readonly column: string; readonly value: Value }
  | { readonly kind: "atLeast"; readonly column: string; readonly value: Value }
  | { readonly kind: "startsWith"; readonly column: string; readonly value: string; readonly below: string }
  | { readonly kind: "after"; readonly column: "id"; readonly value: string };

function among(table: Table, column: string, wanted: unknown): Condition {
  const codec = codecOf(table, column);
  if (codec.startsWith("json")) throw new TypeError(`${table}.${column} is held as JSON and cannot be filtered by.`);
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map((value) => encodeValue(table, column, codec, value));
  return {
    kind: "among",
    column,
    values: values.filter((value) => value !== null),
    orNull: values.includes(null),
  };
}

function bound(table: Table, kind: "atMost" | "atLeast", column: string, limit: unknown): Condition {
  if (!codecOf(table, column).startsWith("integer")) throw new TypeError(`${table}.${column} holds no number.`);
  return { kind, column, value: encodeValue(table, column, "integer", limit) };
}

/** Texts that begin with the prefix stand between it and the first text behind all of them. */
function beginning(table: Table, column: string, prefix: unknown): Condition {
  if (!codecOf(table, column).startsWith("text")) throw new TypeError(`${table}.${column} holds no text.`);
  if (typeof prefix !== "string" || !/[\x20-\x7d]$/.test(prefix))
    throw new TypeError(`A text begins with a text that ends in a plain character, not ${JSON.stringify(prefix)}.`);
  const below = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
  return { kind: "startsWith", column, value: prefix, below };
}

function following(id: unknown): Condition {
  if (typeof id !== "string")
    throw new TypeError(`A list goes on after an id, which is a text, not ${JSON.stringify(id)}.`);
  return { kind: "after", column: "id", value: id };
}

/** The conditions of the filter. Throws where it names an unknown column, a wrong type or a limit below 0. */
export function conditionsOf<T extends Table>(table: T, filter: Filter<Rows[T]>): Condition[] {
  if (filter.orderBy !== undefined) codecOf(table, filter.orderBy);
  if (filter.limit !== undefined && !(Number.isSafeInteger(filter.limit) && filter.limit >= 0)) {
    throw new RangeError(`A limit is a whole number from 0, not ${filter.limit}.`);
  }
  return [
    ...Object.entries(filter.where ?? {}).map(([column, wanted]) => among(table, column, wanted)),
    ...Object.entries(filter.atMost ?? {}).map(([column, limit]) => bound(table, "atMost", column, limit)),
    ...Object.entries(filter.atLeast ?? {}).map(([column, limit]) => bound(table, "atLeast", column, limit)),
    ...Object.entries(filter.startsWith ?? {}).map(([column, prefix]) => beginning(table, column, prefix)),
    ...(filter.after === undefined ? [] : [following(filter.after)]),
  ];
}

/** Whether no row can meet the condition. */
export function isHopeless(condition: Condition): boolean {
  return condition.kind === "among" && condition.values.length === 0 && !condition.orNull;
}
