import { hash, timingSafeEqual } from "node:crypto";

function hashOf(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

/** Whether two texts are equal, in a time that tells nothing about either. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(expected));
}

/** Gives the one of the secrets that a text is, null where it is none; all of them are looked at. */
export function findSecret(secrets: readonly string[]): (given: string) => string | null {
  const known = secrets.map((secret) => ({ secret, hash: hashOf(secret) }));
  return (given) => {
    const wanted = hashOf(given);
    const [found] = known.filter((one) => timingSafeEqual(one.hash, wanted));
    return found?.secret ?? null;
  };
}
