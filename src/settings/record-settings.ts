import type { Context } from "../context.ts";
import type { EventOf } from "../events.ts";
import { createDraft, type Outcome } from "../outcome.ts";
import { may } from "../rights.ts";
import { refuseWithout } from "../say-who-may.ts";
import type { StandingSettings } from "../settings-events.ts";

/** The cursor that remembers the settings of which the audit log has told. */
export const SETTINGS_CURSOR = "settings";

/**
 * Tells the audit log, a line a setting, how the settings differ from those of which it told last. What was written into the file and
 * not told of, because the program was ended in between or somebody wrote there by hand, is told when they are found so. Of the first
 * settings there are no lines.
 */
export async function recordSettings(
  event: EventOf<"settings-changed" | "settings-found">,
  context: Context,
): Promise<Outcome> {
  const draft = createDraft();
  const { standing, at } = event;
  const { by, via } = event.kind === "settings-changed" ? event : { by: null, via: "file" };
  if (by !== null && !may(by.role, "change-settings")) {
    refuseWithout(context, draft, by, "change-settings");
    return draft.outcome();
  }
  const known = await context.store.get("cursor", SETTINGS_CURSOR);
  const position = JSON.stringify(standing);
  if (known?.position === position) return draft.outcome();
  draft.put("cursor", { id: SETTINGS_CURSOR, version: known?.version ?? 0, position, at });
  const before: StandingSettings = known ? JSON.parse(known.position) : standing;
  for (const path of new Set([...Object.keys(before), ...Object.keys(standing)])) {
    if (before[path]?.mark === standing[path]?.mark) continue;
    const facts = { path, from: before[path]?.shown ?? null, to: standing[path]?.shown ?? null };
    draft.audit({ by, act: "settings-changed", table: "desk", subject: null, via, facts });
  }
  return draft.outcome();
}
