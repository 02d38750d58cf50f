/** Most parts of the address of a channel: `platform:space:channel`. */
const CHANNEL_PARTS = 3;

/** The channel that a conversation stands in, `platform:space:channel`; `platform:space` where it has no thread of its own. */
export function placeOf(conversation: string): string {
  const parts = conversation.split(":");
  return parts.slice(0, Math.min(CHANNEL_PARTS, parts.length - 1)).join(":");
}

/** Whether the channel is the one that is sought, or one of the platform or the space that is. */
export function isAt(place: string | null, sought: string): boolean {
  return place !== null && (place === sought || place.startsWith(`${sought}:`));
}
