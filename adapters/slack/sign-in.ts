import type { z } from "zod";
import { createOidc } from "../oidc.ts";
import type { ChatVoucher, Vouched } from "../sign-in.ts";
import type { slackVariables } from "./access.ts";
import { personAddress } from "./address.ts";

const ISSUER = "https://slack.com";

function textAt(claims: Vouched["claims"], name: string): string | null {
  const value = claims[`${ISSUER}/${name}`];
  return typeof value === "string" && /^[A-Z0-9]+$/.test(value) ? value : null;
}

/** Signing in with Slack (OpenID Connect), by its app's own client; null where that is not set. */
export function slackSignIn(variables: z.output<z.ZodObject<typeof slackVariables>>): ChatVoucher | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_API_URL: apiUrl } = variables;
  if (clientId === undefined || clientSecret === undefined) return null;
  const issuer = apiUrl === undefined ? ISSUER : new URL(apiUrl).origin;
  const vouching = createOidc({ issuer, clientId, clientSecret, scope: "profile", asksMore: false });
  const addressesOf = ({ claims }: Vouched) => {
    const [team, user] = [textAt(claims, "team_id"), textAt(claims, "user_id")];
    return team === null || user === null ? [] : [personAddress(team, user)];
  };
  return { kind: "chat", id: "slack", title: "Slack", addressesOf, ...vouching };
}
