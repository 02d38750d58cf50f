import type { Scene } from "./scene.ts";

/** A message of the program as it stands on a platform, or stood there. */
export interface Standing {
  readonly platform: "slack" | "discord";
  readonly channel: string;
  /** The platform's own name for it. */
  readonly id: string;
  /** What the program named it by when it posted: two of one name were posted twice. */
  readonly name: string;
  readonly at: number;
}

function onSlack({ slack }: Scene): Standing[] {
  const channels = slack.world.workspaces.flatMap((workspace) => [...workspace.channels.keys()]);
  return channels.flatMap((channel) =>
    slack.world.messages.in(channel).flatMap(({ botId, ts, content, earlier }) => {
      const names = [...earlier, content].map(({ metadata }) => {
        const payload = metadata?.event_payload as { readonly id?: string } | undefined;
        return payload?.id;
      });
      const name = names.find((one) => one !== undefined);
      if (botId === undefined || name === undefined) return [];
      return [{ platform: "slack" as const, channel, id: ts, name, at: Number(ts) * 1_000 }];
    }),
  );
}

function onDiscord({ discord }: Scene): Standing[] {
  return [...discord.world.channels.values()].flatMap(({ id: channel, messages }) =>
    messages.flatMap(({ id, authorId, nonce, createdAt }) =>
      authorId === discord.botId && nonce !== null
        ? [{ platform: "discord" as const, channel, id, name: String(nonce), at: createdAt }]
        : [],
    ),
  );
}

/** Every message that the program has posted and that stands. */
export function standingOn(scene: Scene): readonly Standing[] {
  return [...onSlack(scene), ...onDiscord(scene)];
}
