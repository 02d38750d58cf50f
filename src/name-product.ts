import type { Settings } from "./settings.ts";

/** What people call the product of that id; one that is not on the desk's list any more goes by its id. */
export function productName({ products }: Pick<Settings, "products">, id: string): string {
  return products.find((product) => product.id === id)?.name ?? id;
}
