import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of the tables about who was let in to the pages, and who may come in. */
export const DOOR_COLUMNS: {
  readonly [T in "link" | "session" | "account" | "passkey" | "attempt" | "challenge"]: ColumnsOf<T>;
} = {
  link: {
    id: "text",
    version: "integer",
    whoAddress: "text",
    whoName: "text?",
    role: "text",
    path: "text",
    madeAt: "integer",
    expiresAt: "integer",
    usedAt: "integer?",
  },
  session: {
    id: "text",
    version: "integer",
    whoAddress: "text",
    whoName: "text?",
    role: "text",
    roleAt: "integer",
    madeAt: "integer",
    lastSeenAt: "integer",
    expiresAt: "integer",
    endedAt: "integer?",
    how: "text",
    accountId: "text?",
  },
  account: {
    id: "text",
    version: "integer",
    name: "text",
    email: "text?",
    login: "text",
    role: "text",
    roleBy: "text",
    passwordHash: "text?",
    companyId: "text?",
    chatAddress: "text?",
    madeAt: "integer",
    disabledAt: "integer?",
  },
  passkey: {
    id: "text",
    version: "integer",
    accountId: "text",
    publicKey: "text",
    counter: "integer",
    transports: "json",
    name: "text",
    madeAt: "integer",
    usedAt: "integer?",
  },
  attempt: { id: "text", version: "integer", times: "json", until: "integer" },
  challenge: { id: "text", version: "integer", origin: "text", accountId: "text?", until: "integer" },
};
