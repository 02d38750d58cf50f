/**
 * An object whose parts are always those that `current` gives at the moment they are read, though whoever holds it holds the same one
 * for ever. A part that was taken out of it stays as it was.
 *
 * @example
 * const settings = holdParts(() => inForce);
 */
export function holdParts<T extends object>(current: () => T): T {
  return new Proxy({} as T, {
    get: (_, key) => Reflect.get(current(), key),
    has: (_, key) => Reflect.has(current(), key),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, key) => {
      const found = Reflect.getOwnPropertyDescriptor(current(), key);
      return found && { ...found, configurable: true };
    },
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
}
