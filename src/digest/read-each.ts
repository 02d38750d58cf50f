/** How long is read at a stretch before everything else that waits gets its turn, milliseconds. */
const SLICE_MS = 20;

/** Reads item after item, by id, in slices between which the program does what else there is to do. Throws where it takes longer than so much work, milliseconds. */
export async function readEach<Item extends { readonly id: string }, Found>(
  items: readonly Item[],
  mostWorkMs: number,
  read: (item: Item) => Found,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  let worked = 0;
  let begun = performance.now();
  for (const item of items) {
    found.set(item.id, read(item));
    const spent = performance.now() - begun;
    if (spent < SLICE_MS) continue;
    worked += spent;
    if (worked > mostWorkMs) throw new Error(`Reading ${items.length} texts takes too long`);
    await new Promise((resolve) => setImmediate(resolve));
    begun = performance.now();
  }
  return found;
}
