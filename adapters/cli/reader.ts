import { userInfo } from "node:os";
import type { Person } from "../../src/interaction/customer.ts";
import type { WordLook } from "../../src/privacy/give-reading.ts";

/** The name under which somebody is at work on this machine; null where it has none. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}

/** Whoever gives a command: the program and its settings are in their hands. */
export function commander(name: string | null = userName()): Person {
  return { address: `command:${userName() ?? "somebody"}`, role: "admin", name };
}

/** How whoever gives a command looks at something. */
export function commandLook(look: Pick<WordLook, "what" | "about" | "coversItself">): WordLook {
  return { by: commander(), via: "command", purpose: "work", right: null, ...look };
}
