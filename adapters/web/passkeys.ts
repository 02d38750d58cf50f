import { isIP } from "node:net";
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import type { NewPasskey, Passkey } from "../../src/doors/account.ts";
import type { Challenge } from "../../src/doors/challenge.ts";
import type { PageDesk } from "./desk.ts";

/** What is asked of a device, and where: a key works under the name of the site alone. */
export interface Site {
  /** Scheme, host and port of the page. */
  readonly origin: string;
  readonly desk: string;
}

/** Who a new key is for. */
export interface KeyOwner {
  readonly accountId: string;
  readonly name: string;
  /** Ids of the keys they have: a device that holds one makes no second. */
  readonly has: readonly string[];
}

/** Asking devices for keys and for proof that they hold them. Each question is good for one answer, within minutes. */
export interface Passkeys {
  askForNew(site: Site, owner: KeyOwner): Promise<PublicKeyCredentialCreationOptionsJSON | null>;
  askForProof(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON | null>;
  /** The key in a device's answer to `askForNew` for that owner; null where it does not hold. */
  readNew(answer: string, accountId: string, name: string): Promise<NewPasskey | null>;
  /** Which key the answer to `askForProof` is of; null where it is none. */
  idIn(answer: string): string | null;
  /** How often the key now says it was used; null where the answer does not hold. */
  readProof(answer: string, passkey: Passkey): Promise<number | null>;
}

const ANSWERED_WITHIN = 5 * 60_000;
const LONGEST_ANSWER = 20_000;

const envelope = z.object({ id: z.string().max(1_000), response: z.object({ clientDataJSON: z.string() }) });
const clientData = z.object({ challenge: z.string() });

/** Loaded when somebody uses a passkey, and not before. */
const library = () => import("@simplewebauthn/server");

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The device's answer and the challenge that it says it answers; null where it is no such thing. */
function readAnswer(text: string) {
  const answer = text.length > LONGEST_ANSWER ? null : parse(text);
  const read = envelope.safeParse(answer);
  if (!read.success) return null;
  const told = clientData.safeParse(parse(Buffer.from(read.data.response.clientDataJSON, "base64url").toString()));
  return told.success ? { answer, id: read.data.id, challenge: told.data.challenge } : null;
}

/** The name that keys are bound to; null for an address in numbers, for which there are none. */
function siteName(origin: string): string | null {
  const { hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, "")) === 0 ? hostname : null;
}

/** Where what devices are asked is kept. */
export type QuestionKeeper = Pick<PageDesk, "store" | "bot" | "clock">;

async function put({ bot, clock }: QuestionKeeper, challenge: string, { origin }: Site, accountId: string | null) {
  const at = clock.now();
  const asked = { id: challenge, origin, accountId, until: at + ANSWERED_WITHIN };
  await bot.handle({ kind: "device-asked", id: null, at, challenge: asked });
}

/** What was asked, which nobody can answer once more; null where it was not, or too long ago. */
async function take({ store, bot, clock }: QuestionKeeper, challenge: string, accountId: string | null) {
  const asked = await store.get("challenge", challenge);
  const at = clock.now();
  const { refusal } = await bot.handle({ kind: "device-answered", id: null, at, challenge });
  return asked && refusal === undefined && asked.until >= at && asked.accountId === accountId ? asked : null;
}

/** What an answer is held to. */
function expectedOf({ origin }: Pick<Challenge, "origin">, expectedChallenge: string) {
  return {
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: siteName(origin) ?? "",
    requireUserVerification: true,
  };
}

const LONGEST_TRANSPORT = 20;

/** Of what the browser tells of how a device is reached what may be kept. */
function named(transports: readonly string[]): string[] {
  return transports.filter((one) => one.length <= LONGEST_TRANSPORT).slice(0, LONGEST_TRANSPORT);
}

/** Passkeys of the desk's people; what was asked by one process may be answered to another. */
export function createPasskeys(desk: QuestionKeeper): Passkeys {
  return {
    askForNew: async (site, { accountId, name, has }) => {
      const rpID = siteName(site.origin);
      if (rpID === null) return null;
      const options = await (await library()).generateRegistrationOptions({
        ...{ rpName: site.desk, rpID, userName: name, userID: new TextEncoder().encode(accountId) },
        excludeCredentials: has.map((id) => ({ id })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      await put(desk, options.challenge, site, accountId);
      return options;
    },
    askForProof: async (site) => {
      const rpID = siteName(site.origin);
      if (rpID === null) return null;
      const options = await (await library()).generateAuthenticationOptions({ rpID, userVerification: "required" });
      await put(desk, options.challenge, site, null);
      return options;
    },
    readNew: async (text, accountId, name) => {
      const read = readAnswer(text);
      const question = read && (await take(desk, read.challenge, accountId));
      if (!question) return null;
      const response = read.answer as RegistrationResponseJSON;
      const expected = { response, ...expectedOf(question, read.challenge) };
      const verified = await (await library()).verifyRegistrationResponse(expected).catch(() => null);
      if (!verified?.verified) return null;
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
      return {
        id,
        publicKey: Buffer.from(publicKey).toString("base64url"),
        counter,
        transports: named(transports),
        name,
      };
    },
    idIn: (text) => readAnswer(text)?.id ?? null,
    readProof: async (text, { id, publicKey, counter, transports }) => {
      const read = readAnswer(text);
      const question = read && (await take(desk, read.challenge, null));
      if (!question) return null;
      const key = Uint8Array.from(Buffer.from(publicKey, "base64url"));
      const known = { id, publicKey: key, counter, transports: transports as AuthenticatorTransport[] };
      const response = read.answer as AuthenticationResponseJSON;
      const expected = { response, credential: known, ...expectedOf(question, read.challenge) };
      const verified = await (await library()).verifyAuthenticationResponse(expected).catch(() => null);
      return verified?.verified ? verified.authenticationInfo.newCounter : null;
    },
  };
}
