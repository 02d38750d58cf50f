import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { onTestFinished } from "vitest";

/** In which way the next id token is wrong. */
export type Misbehaviour = "nonce" | "audience" | "expired" | "signature" | "issuer" | "verifier" | "place of keys";

/** A provider of OpenID Connect on a free port, with real signed id tokens. */
export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there, and what it says of them. */
  claims: Readonly<Record<string, unknown>>;
  /** What is wrong with the id tokens it gives; null for nothing. */
  wrong: Misbehaviour | null;
  /** How often a code was exchanged or refused. */
  readonly exchanges: string[];
  /** Plays the person's browser there: where it is sent back to. */
  consent(address: string): string;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
}

const OWN = generateKeyPairSync("ec", { namedCurve: "P-256" });
const STRANGE = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** Serves a provider until the test has ended. */
export async function openOidc(): Promise<OidcServer> {
  const grants = new Map<string, Grant>();
  const subjects = new Map<string, Readonly<Record<string, unknown>>>();

  const idToken = ({ nonce }: Grant): string => {
    const now = Math.floor(Date.now() / 1000);
    const { wrong } = provider;
    const said = {
      ...provider.claims,
      iss: wrong === "issuer" ? "http://127.0.0.1:1" : provider.issuer,
      aud: wrong === "audience" ? "somebody-else" : provider.clientId,
      nonce: wrong === "nonce" ? "another" : nonce,
      iat: now - (wrong === "expired" ? 7_200 : 0),
      exp: now + (wrong === "expired" ? -3_600 : 600),
    };
    const signed = `${encoded({ alg: "ES256", kid: "key-1" })}.${encoded(said)}`;
    const { privateKey: key } = wrong === "signature" ? STRANGE : OWN;
    const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
    return `${signed}.${signature.toString("base64url")}`;
  };

  const exchange = (form: URLSearchParams, isOpenId: boolean): { status: number; body: unknown } => {
    const refuse = (error: string) => {
      provider.exchanges.push(error);
      return { status: 400, body: { error } };
    };
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const isClient = form.get("client_id") === provider.clientId && form.get("client_secret") === provider.clientSecret;
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!isClient) return refuse("invalid_client");
    if (grant === undefined || grant.redirectUri !== form.get("redirect_uri")) return refuse("invalid_grant");
    if (challenge !== grant.challenge || provider.wrong === "verifier") return refuse("invalid_grant");
    provider.exchanges.push("given");
    const token = randomUUID();
    subjects.set(token, provider.claims);
    return {
      status: 200,
      body: { access_token: token, token_type: "Bearer", ...(isOpenId ? { id_token: idToken(grant) } : {}) },
    };
  };

  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const { issuer } = provider;
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration")
      return {
        status: 200,
        body: {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${provider.wrong === "place of keys" ? issuer.replace("127.0.0.1", "localhost") : issuer}/jwks`,
          token_endpoint_auth_methods_supported: ["client_secret_post"],
          id_token_signing_alg_values_supported: ["ES256"],
        },
      };
    if (pathname === "/jwks") {
      const jwk = OWN.publicKey.export({ format: "jwk" });
      return { status: 200, body: { keys: [{ ...jwk, kid: "key-1", alg: "ES256", use: "sig" }] } };
    }
    if (pathname === "/userinfo" || pathname === "/api/users/@me") {
      const claims = subjects.get(request.headers.authorization?.replace(/^Bearer /i, "") ?? "");
      return claims === undefined ? { status: 401, body: {} } : { status: 200, body: claims };
    }
    if (pathname === "/token" || pathname === "/api/oauth2/token")
      return exchange(await formOf(request), pathname === "/token");
    return { status: 404, body: {} };
  };

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const provider: OidcServer = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: "desk-client",
    clientSecret: "desk-client-secret",
    claims: { sub: "42", name: "Quinn Sample" },
    wrong: null,
    exchanges: [],
    consent: (asked) => {
      const { searchParams } = new URL(asked);
      const told = (name: string) => searchParams.get(name) ?? "";
      const code = randomUUID();
      const redirectUri = told("redirect_uri");
      grants.set(code, { nonce: told("nonce"), challenge: told("code_challenge"), redirectUri });
      return `${redirectUri}?${new URLSearchParams({ code, state: told("state") })}`;
    },
  };
  return provider;
}
