import { existsSync } from "node:fs";
import type { Clock } from "../src/ports.ts";
import { type Config, connectedOf } from "./config.ts";
import { reasonOf } from "./finding.ts";
import type { Platform } from "./platform.ts";
import type { AskedChat } from "./set-up-answers.ts";

/** What the first questions are asked with: whether there are settings, and what the connected chats say there is. */
export function createFirstRun(config: Config, platforms: readonly Platform[], clock: Clock) {
  const connected = connectedOf(config, platforms);
  const others = platforms.filter((platform) => !connected.some((one) => one.platform === platform));
  const ask = async ({ platform, access }: (typeof connected)[number]): Promise<AskedChat> => {
    try {
      return { platform, offered: await platform.setUp.offer(access, { clock }), fault: null };
    } catch (error) {
      return { platform, offered: null, fault: reasonOf(error) };
    }
  };
  return {
    isNew: () => config.withoutFile === undefined && !existsSync(config.settingsFile),
    chats: () => Promise.all(connected.map(ask)),
    unset: others.flatMap(({ setUp }) => setUp.tokens.map(({ variable }) => variable)),
  };
}
