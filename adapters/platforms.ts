import { discord } from "./discord/platform.ts";
import type { Platform } from "./platform.ts";
import { slack } from "./slack/platform.ts";

/** Every chat platform there is, beside the desk's own on the web. */
export const PLATFORMS: readonly Platform[] = [slack, discord];
