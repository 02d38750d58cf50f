import type { Configuration } from "openid-client";
import { createGuardedFetch } from "./guarded-fetch.ts";
import type { CompanyVoucher, Errand, Vouched } from "./sign-in.ts";

/** How a provider of OpenID Connect is reached, and as whom. */
export interface OidcConfig {
  /** Its address, under which its description is found. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for beside who it is, e.g. `profile email`. */
  readonly scope: string;
  /** Whether it is asked for more about the person than it says at once. */
  readonly asksMore: boolean;
}

/** Longest time that one request may take, seconds. */
const PATIENCE = 10;

/** Loaded when somebody signs in with it, and not before. */
const library = () => import("openid-client");

/** The provider as it describes itself, with every check of its word turned on; other addresses that it names are asked only in the open internet. */
async function discovered({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const oidc = await library();
  const isPlain = issuer.startsWith("http:");
  const execute = [...(isPlain ? [oidc.allowInsecureRequests] : []), oidc.enableNonRepudiationChecks];
  const guardedFetch = createGuardedFetch(new URL(issuer).hostname);
  const options = { execute, timeout: PATIENCE, [oidc.customFetch]: guardedFetch };
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), options);
  const server = found.serverMetadata();
  const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const way = ways.includes("client_secret_post") ? oidc.ClientSecretPost : oidc.ClientSecretBasic;
  const configuration = new oidc.Configuration(server, clientId, clientSecret, way(clientSecret));
  for (const set of execute) set(configuration);
  configuration.timeout = PATIENCE;
  configuration[oidc.customFetch] = guardedFetch;
  return configuration;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function vouchedBy(claims: Readonly<Record<string, unknown>>): Vouched {
  const email = claims.email_verified === false ? null : textOf(claims.email);
  const name = textOf(claims.name) ?? textOf(claims.preferred_username) ?? email;
  return { subject: String(claims.sub), name, email, claims };
}

/** The address to send a browser to, by the provider's description. */
export async function authorizationUrl(configuration: Configuration, scope: string, errand: Errand): Promise<URL> {
  const oidc = await library();
  const { redirectUri: redirect_uri, state, nonce, verifier } = errand;
  const code_challenge = await oidc.calculatePKCECodeChallenge(verifier);
  const proof = { code_challenge, code_challenge_method: "S256" };
  return oidc.buildAuthorizationUrl(configuration, { scope, redirect_uri, state, nonce, ...proof });
}

/** Vouching by OpenID Connect: the code flow with PKCE, state and nonce; the signature of the id token is verified. */
export function createOidc(config: OidcConfig) {
  let known: Promise<Configuration> | null = null;
  const provider = () => {
    known ??= discovered(config).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    begin: async (errand: Errand) => authorizationUrl(await provider(), `openid ${config.scope}`, errand),
    finish: async (cameBackTo: URL, { state, nonce, verifier }: Errand): Promise<Vouched> => {
      const oidc = await library();
      const configuration = await provider();
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(configuration, cameBackTo, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error("No id token came.");
      const { userinfo_endpoint } = configuration.serverMetadata();
      if (!config.asksMore || userinfo_endpoint === undefined) return vouchedBy(claims);
      const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return vouchedBy({ ...more, ...claims });
    },
  };
}

/** The company's own sign-in. */
export function createCompanyVoucher(config: Pick<OidcConfig, "issuer" | "clientId" | "clientSecret">): CompanyVoucher {
  const idOf = ({ subject }: Vouched) => `oidc:${config.issuer}#${subject}`;
  const vouching = createOidc({ ...config, scope: "profile email", asksMore: true });
  return { kind: "company", id: "oidc", idOf, ...vouching };
}
