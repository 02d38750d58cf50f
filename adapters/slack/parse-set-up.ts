import { SET_UP_ROLES, type SetUpAnswers } from "../../src/settings/set-up.ts";
import { personAddress } from "./address.ts";
import { isRecord, recordsIn, type SlackPayload, textIn } from "./api.ts";
import { fieldOf } from "./parse-interaction.ts";
import { FIELDS, roleFields } from "./set-up-view.ts";

/** What the element of a field holds; null where the form has no such field. */
function elementOf(body: SlackPayload, field: string): unknown {
  let at: unknown = body;
  for (const key of ["view", "state", "values", field, field]) at = isRecord(at) ? at[key] : undefined;
  return at ?? null;
}

function textsIn(element: unknown, key: string): string[] {
  const list = isRecord(element) ? element[key] : undefined;
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** The form as it was filled in, in a workspace; `isHome`: in the team's own, in which channels stand by their bare ids. */
export function parseSetUp(body: SlackPayload, team: string, isHome: boolean): SetUpAnswers {
  const roles = SET_UP_ROLES.map((role) => {
    const { groups, people } = roleFields(role);
    const chosen = recordsIn(elementOf(body, groups), "selected_options").map(
      (option) => textIn(option, "value") ?? "",
    );
    const users = textsIn(elementOf(body, people), "selected_users").map((user) => personAddress(team, user));
    return [role, [...chosen, ...users]] as const;
  });
  const channel = textIn(elementOf(body, FIELDS.team), "selected_conversation");
  return {
    brand: fieldOf(body, FIELDS.brand),
    zone: fieldOf(body, FIELDS.zone),
    locale: fieldOf(body, FIELDS.locale),
    supportChannels: textsIn(elementOf(body, FIELDS.support), "selected_conversations"),
    teamChannel: channel === null || isHome ? channel : `${team}:${channel}`,
    roles: Object.fromEntries(roles),
  };
}
