import { channelOf } from "../interaction/address.ts";
import { HOME } from "./home.ts";

/** The channel of an address, and the same one while its space is not told yet. */
function channelsOf(lane: string): readonly string[] {
  const channel = channelOf(lane);
  const [platform, , ...place] = channel.split(":");
  return [channel, [platform, HOME, ...place].join(":")];
}

/** Whether what goes to the lane is for a team: to one of its channels, or into a thread there. */
export function isTeams(teamLanes: readonly string[], lane: string): boolean {
  const named = channelsOf(lane);
  return teamLanes.some((teams) => channelsOf(teams).some((one) => named.includes(one)));
}
