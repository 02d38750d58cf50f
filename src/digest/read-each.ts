/** How long is read at a stretch before everything else that waits gets its turn, milliseconds. */
const SLICE_MS = 20;

/** Texts could not be read, or not in good time, though the rows that they stand in could be had. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}

/** What comes of it; null where texts could not be read: no figure waits for words. Rejects as the store does: what it did not give now it will give when all is counted again. */
export async function unlessUnreadable<Found>(gather: () => Promise<Found>): Promise<Found | null> {
  try {
    return await gather();
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function readOne<Item, Found>(read: (item: Item) => Found, item: Item): Found {
  try {
    return read(item);
  } catch (cause) {
    throw new UnreadableError(`A text could not be read: ${cause}`, { cause });
  }
}

/** Reads item after item, by id, in slices between which the program does what else there is to do. Throws {@link UnreadableError} where reading fails, or takes longer than so much work, milliseconds. */
export async function readEach<Item extends { readonly id: string }, Found>(
  items: readonly Item[],
  mostWorkMs: number,
  read: (item: Item) => Found,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  let worked = 0;
  let begun = performance.now();
  for (const item of items) {
    found.set(item.id, readOne(read, item));
    const spent = performance.now() - begun;
    if (spent < SLICE_MS) continue;
    worked += spent;
    if (worked > mostWorkMs) throw new UnreadableError(`Reading ${items.length} texts takes too long`);
    await new Promise((resolve) => setImmediate(resolve));
    begun = performance.now();
  }
  return found;
}
