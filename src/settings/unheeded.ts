/**
 * Settings that a file may hold already, though nothing heeds them yet; `[]` stands for each entry of a list. Whoever builds
 * what heeds one takes it from here. A test finds each setting that nobody reads and that is not named here.
 */
export const UNHEEDED: readonly string[] = [];

/** The keys of a path such as `products[].owner`; null stands for each entry of a list. */
function keysOf(path: string): (string | null)[] {
  return path.split(".").flatMap((part) => (part.endsWith("[]") ? [part.slice(0, -2), null] : [part]));
}

/** The paths in the value at which the keys lead to something. */
function pathsIn(value: unknown, [key, ...others]: readonly (string | null)[], path: string): string[] {
  if (key === undefined) return [path];
  if (typeof value !== "object" || value === null) return [];
  const entries = key === null && Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const led = entries.filter(([name]) => key === null || name === key);
  return led.flatMap(([name, inner]) => pathsIn(inner, others, path === "" ? String(name) : `${path}.${name}`));
}

/** Which of the settings in a file, as it was written, nothing heeds yet, by their paths; those of each desk where there are several. */
export function unheededIn(input: unknown, unheeded: readonly string[] = UNHEEDED): string[] {
  return ["", "desks[]."].flatMap((of) => unheeded.flatMap((path) => pathsIn(input, keysOf(of + path), "")));
}
