import { randomBytes } from "node:crypto";
import { argon2id, argon2Verify } from "hash-wasm";
import type { Passwords } from "../../src/doors/passwords.ts";

/** What a hash costs: memory in KiB, passes over it. */
export interface HashCost {
  readonly memorySize: number;
  readonly iterations: number;
}

/** As OWASP asks of argon2id. */
const COST: HashCost = { memorySize: 19_456, iterations: 2 };

/** What is verified in place of an account that is not there, so that it takes as long. */
const NOBODY = "nobody's";

/** However the same letters were typed; the library takes no empty text, which nobody's password is. */
function asHashed(password: string): string {
  return password.normalize("NFKC") || "\0";
}

/** Passwords kept by argon2id (RFC 9106). One at a time: several at once would hold the program and its memory up. */
export function createPasswords(cost: HashCost = COST): Passwords {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => null);
    return next;
  };
  const hash = (password: string) =>
    inTurn(() =>
      argon2id({
        ...{ password: asHashed(password), salt: randomBytes(16), ...cost },
        ...{ parallelism: 1, hashLength: 32, outputType: "encoded" },
      }),
    );
  let standIn: Promise<string> | null = null;
  return {
    hash,
    fits: async (password, kept) => {
      standIn ??= hash(NOBODY);
      const against = kept ?? (await standIn);
      const isSame = await inTurn(() => argon2Verify({ password: asHashed(password), hash: against }));
      return isSame && kept !== null;
    },
  };
}
