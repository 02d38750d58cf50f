import { productNamed, productsTold } from "../../src/settings/named-product.ts";
import type { Settings } from "../../src/settings.ts";
import { MappingError } from "../csv/mapping.ts";

/** What "Old app=app,Beta=" says: products of the desk by what a file calls them, the empty text for none. Throws {@link MappingError} where it says nothing or names none. */
export function renamedProducts(texts: readonly string[], known: Settings["products"]): ReadonlyMap<string, string> {
  const pairs = texts.flatMap((text) => text.split(",")).map((text) => text.split("="));
  return new Map(
    pairs.map(([from = "", to, ...more]) => {
      const meant = to === undefined || more.length > 0 ? null : to.trim() && productNamed(to, known);
      if (meant !== null) return [from.trim(), meant];
      const those = known.length === 0 ? "none" : productsTold(known);
      throw new MappingError(`${from}: say "name in the file=product of the desk"; those are ${those}.`);
    }),
  );
}
