/** Stands in an address for a space, a workspace or server, that its platform has not told yet. */
export const HOME = "home";

/** The cursor under which a desk remembers the space that `home` has stood for. */
export function homeCursor(platform: string): string {
  return `${platform}:${HOME}`;
}

/** The address with the space in the place of `home`. */
export function withSpace(address: string, platform: string, space: string): string {
  const before = `${homeCursor(platform)}:`;
  return address.startsWith(before) ? `${platform}:${space}:${address.slice(before.length)}` : address;
}
