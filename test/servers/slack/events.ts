import { randomUUID } from "node:crypto";
import { createEventQuota } from "./event-quota.ts";
import type { Json } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { TimeSource } from "./time.ts";
import type { FailReason, Receipt, Transport } from "./transport.ts";
import type { Workspace } from "./workspace.ts";
import type { AppIdentity } from "./world.ts";

/** The bot events an app may subscribe to here, with the scope each needs ("" for none). */
export const SUBSCRIPTIONS: Readonly<Record<string, string>> = {
  app_home_opened: "",
  app_mention: "app_mentions:read",
  app_uninstalled: "",
  channel_archive: "channels:read",
  channel_unarchive: "channels:read",
  member_joined_channel: "channels:read",
  member_left_channel: "channels:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  "message.mpim": "mpim:history",
  reaction_added: "reactions:read",
  reaction_removed: "reactions:read",
  tokens_revoked: "",
};

/** Where an event happened. */
export interface Occasion {
  /** Name of the bot event, a key of SUBSCRIPTIONS. */
  readonly subscription: string;
  /** In a channel shared through Slack Connect. */
  readonly shared?: boolean;
  /** Workspace of the person who acted, if not the app's. */
  readonly actorTeam?: string;
}

/** The Events API: tells the app what happened, again if it does not acknowledge. */
export interface Events {
  raise(workspace: Workspace, event: Json, occasion: Occasion): void;
  /** The next `times` events are delivered twice, with the same envelope id and no retry number. */
  repeat(times: number): void;
  /** Keeps events back until the returned function lets them go, in the order given or reversed. */
  hold(): (order?: "as-raised" | "reversed") => void;
  /** Bodies of events given up after the last retry. */
  readonly lost: readonly Json[];
  readonly subscriptionDisabled: boolean;
  /** Resolves when no delivery is under way; retries that wait for their time do not count. */
  quiet(): Promise<void>;
}

/** What the Events API needs to know. */
export interface EventsConfig {
  readonly app: AppIdentity;
  readonly limits: Limits;
  readonly time: TimeSource;
  readonly transport: Transport;
  /** Names of subscribed bot events. */
  readonly subscribed: ReadonlySet<string>;
}

/** Starts with nothing to tell. */
export function createEvents({ app, limits, time, transport, subscribed }: EventsConfig): Events {
  const quota = createEventQuota(limits, time);
  const lost: Json[] = [];
  const underWay = new Set<Promise<void>>();
  let repeats = 0;
  let held: Json[] | undefined;

  function start(body: Json): void {
    const envelopeId = randomUUID();
    track(attempt(body, envelopeId));
    if (repeats > 0) {
      repeats -= 1;
      track(transport.deliver({ kind: "events_api", envelopeId, payload: body }).then(() => {}));
    }
  }

  function track(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function attempt(body: Json, envelopeId: string, num = 0, reason: FailReason = "timeout"): Promise<void> {
    const retry = num > 0 && { retry: { num, reason } };
    const receipt = await transport.deliver({ kind: "events_api", envelopeId, payload: body, ...retry });
    quota.note(receipt.ok);
    if (!receipt.ok) again(body, num, receipt);
  }

  function again(body: Json, num: number, receipt: Receipt & { ok: false }): void {
    const delay = limits.retryDelaysMs[num];
    if (delay === undefined || receipt.stop) {
      lost.push(body);
      return;
    }
    const go = () => track(attempt(body, randomUUID(), num + 1, receipt.reason));
    if (delay === 0) go();
    else time.after(delay, go);
  }

  return {
    raise(workspace, event, occasion) {
      const scope = SUBSCRIPTIONS[occasion.subscription];
      if (scope === undefined) throw new Error(`${occasion.subscription} is not an event of the local Slack.`);
      if (!subscribed.has(occasion.subscription) || quota.disabled || workspace.tokenError) return;
      if (scope !== "" && !workspace.scopes.has(scope)) return;
      const admitted = quota.admit(workspace.id);
      if (admitted === "over") return;
      const now = time.now();
      const body = admitted === "yes" ? wrapped(app, workspace, event, occasion, now) : limited(app, workspace, now);
      if (held) held.push(body);
      else start(body);
    },
    repeat(times) {
      repeats = times;
    },
    hold() {
      held ??= [];
      return (order = "as-raised") => {
        const bodies = held ?? [];
        held = undefined;
        for (const body of order === "reversed" ? bodies.reverse() : bodies) start(body);
      };
    },
    lost,
    get subscriptionDisabled() {
      return quota.disabled;
    },
    async quiet() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function wrapped(app: AppIdentity, workspace: Workspace, event: Json, occasion: Occasion, now: number): Json {
  const authorization = {
    enterprise_id: null,
    team_id: workspace.id,
    user_id: workspace.botUser,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: app.verificationToken,
    team_id: occasion.actorTeam ?? workspace.id,
    context_team_id: workspace.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: "event_callback",
    event_id: `Ev${randomUUID().replaceAll("-", "").slice(0, 12).toUpperCase()}`,
    event_time: Math.floor(now / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: occasion.shared ?? false,
    event_context: `4-${randomUUID()}`,
  };
}

function limited(app: AppIdentity, workspace: Workspace, now: number): Json {
  const minute = Math.floor(now / 60_000) * 60;
  return {
    token: app.verificationToken,
    type: "app_rate_limited",
    team_id: workspace.id,
    minute_rate_limited: minute,
    api_app_id: app.id,
  };
}
