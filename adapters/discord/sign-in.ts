import { z } from "zod";
import { authorizationUrl } from "../oidc.ts";
import type { ChatVoucher, Errand, Vouched } from "../sign-in.ts";
import type { discordVariables } from "./access.ts";
import { personAddress, placeOf } from "./address.ts";

const SITE = "https://discord.com";
const user = z.object({
  id: z.string().regex(/^[0-9]{1,20}$/),
  username: z.string(),
  global_name: z.string().nullish(),
});

/** Discord's part of the OAuth2 code flow: it has no description to be found, and gives no id token. */
async function configurationOf(api: string, clientId: string, clientSecret: string) {
  const oauth = await import("openid-client");
  const site = api.replace(/\/api$/, "");
  const endpoints = { authorization_endpoint: `${site}/oauth2/authorize`, token_endpoint: `${api}/oauth2/token` };
  const server = { issuer: site, ...endpoints };
  const configuration = new oauth.Configuration(server, clientId, clientSecret, oauth.ClientSecretPost(clientSecret));
  if (api.startsWith("http:")) oauth.allowInsecureRequests(configuration);
  configuration.timeout = 10;
  return { oauth, configuration };
}

/** Signing in with Discord, by its application's own client; null where that is not set. */
export function discordSignIn(variables: z.output<z.ZodObject<typeof discordVariables>>): ChatVoucher | null {
  const { DISCORD_CLIENT_ID: clientId, DISCORD_CLIENT_SECRET: clientSecret, DISCORD_API_URL } = variables;
  if (clientId === undefined || clientSecret === undefined) return null;
  const api = DISCORD_API_URL ?? `${SITE}/api`;
  const known = () => configurationOf(api, clientId, clientSecret);
  return {
    ...{ kind: "chat", id: "discord", title: "Discord" },
    begin: async (errand: Errand) => authorizationUrl((await known()).configuration, "identify", errand),
    finish: async (cameBackTo: URL, { state, verifier }: Errand): Promise<Vouched> => {
      const { oauth, configuration } = await known();
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const { access_token } = await oauth.authorizationCodeGrant(configuration, cameBackTo, checks);
      const me = new URL(`${api}/users/@me`);
      const answer = await oauth.fetchProtectedResource(configuration, access_token, me, "GET");
      const claims = user.parse(await answer.json());
      return { subject: claims.id, name: claims.global_name ?? claims.username, email: null, claims };
    },
    addressesOf: ({ subject }, { admins, leads, agents, executives }) => {
      const places = [admins, leads, agents, executives].flat().map(placeOf);
      const guilds = places.flatMap((place) => (place === null || !/^[0-9]+$/.test(place.guild) ? [] : [place.guild]));
      return [...new Set(guilds)].map((guild) => personAddress(guild, subject));
    },
  };
}
