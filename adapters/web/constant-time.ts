import { createHash, timingSafeEqual } from "node:crypto";

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Whether two texts are equal, in a time that tells nothing about either. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(expected));
}

/** Whether the text is one of the secrets; all of them are looked at. */
export function isOneOf(given: string, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => isSameSecret(given, secret)).length > 0;
}
