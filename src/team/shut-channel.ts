/** Begins the name under which a desk remembers that a team channel takes nothing. */
export const SHUT = "shut:";

/** A team channel without its space, which may not be told yet when it is first tried. */
export function placeOf(lane: string): string {
  const [platform, , ...place] = lane.split(":");
  return [platform, ...place].join(":");
}

/** The cursor under which it is remembered, with the platform's reason as its position. */
export function shutCursor(lane: string): string {
  return `${SHUT}${placeOf(lane)}`;
}

/** What people call a place: the platform's name and the channel's own there. */
export function namesOf(place: string): { readonly platform: string; readonly channel: string } {
  const [platform = "", channel = ""] = place.split(":");
  return { platform: platform.charAt(0).toUpperCase() + platform.slice(1), channel };
}
