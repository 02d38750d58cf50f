/** What the names begin with under which it is kept how far anybody has seen a conversation at the agent's seat. */
export function seenPlaces(interactionId: string): string {
  return `seen:${interactionId}:`;
}

/** Under which name it is kept how far somebody has, by their address. */
export function seenPlace(interactionId: string, reader: string): string {
  return `${seenPlaces(interactionId)}${reader}`;
}
