/** Most ids in one question to the store. */
const CHUNK = 500;

/** Everything that is found for the ids, asked for in parts; each id once. */
export async function gatherById<Row>(
  ids: Iterable<string>,
  find: (ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const all = [...new Set(ids)];
  const found: Row[] = [];
  for (let start = 0; start < all.length; start += CHUNK) found.push(...(await find(all.slice(start, start + CHUNK))));
  return found;
}
