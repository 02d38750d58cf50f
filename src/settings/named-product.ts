/** The desk's products, as the settings have them. */
export type KnownProducts = readonly { readonly id: string; readonly name: string }[];

/** The id of the product that an id or a name means; null where the desk has products and none of that. A desk without any takes every word for one. */
export function productNamed(named: string, products: KnownProducts): string | null {
  if (products.length === 0) return named;
  const text = named.trim().toLowerCase();
  const found = products.find(({ id }) => id === text) ?? products.find(({ name }) => name.toLowerCase() === text);
  return found?.id ?? null;
}

/** The desk's products, as they are told to somebody who has named another. */
export function productsTold(products: KnownProducts): string {
  return products.map(({ id, name }) => (name === id ? id : `${id} (${name})`)).join(", ");
}
