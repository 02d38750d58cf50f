import { z } from "zod";

/** A JSON schema, as far as the names of settings stand in it. */
interface Named {
  readonly properties?: Readonly<Record<string, Named>>;
  readonly items?: Named;
}

/** The most letters that may differ in a name that was meant. */
const MOST_CHANGES = 3;

function pathsIn({ properties = {}, items }: Named, path: string): string[] {
  const inner = Object.entries(properties).flatMap(([key, value]) => {
    const own = path === "" ? key : `${path}.${key}`;
    return [own, ...pathsIn(value, own)];
  });
  return items === undefined ? inner : [...inner, ...pathsIn(items, `${path}[]`)];
}

/** How many letters must be added, left out, changed or swapped to make one text of the other. */
function changesBetween(one: string, other: string): number {
  let rows: readonly (readonly number[])[] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const [last = [], beforeLast = []] = rows;
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows = [row, last];
  }
  return rows[0]?.[other.length] ?? 0;
}

/** How far a known setting is from a name that is none; the right name at the wrong place is near. */
function distance(unknown: string, known: string): number {
  const [given, name] = [unknown, known].map((path) => path.split(".").at(-1) ?? "");
  if (given === name) return 1;
  return changesBetween(unknown.toLowerCase(), known.toLowerCase());
}

/** The setting that was meant by a name that is none; null where none comes near. Places in lists are written as numbers, as in `products.0.nam`. */
export function nearestSetting(schema: z.ZodType, unknown: string): string | null {
  const known = pathsIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Named, "");
  const asked = unknown.replace(/^desks\.\d+\./, "").replace(/\.\d+(?=\.|$)/g, "[]");
  const near = known.map((path) => ({ path, changes: distance(asked, path) }));
  const [best] = near.toSorted((one, other) => one.changes - other.changes);
  const most = Math.min(MOST_CHANGES, Math.floor((asked.split(".").at(-1)?.length ?? 0) / 2));
  return best !== undefined && best.changes <= most ? best.path : null;
}
