import type { ColumnsOf } from "./column-codecs.ts";

/** The columns of the tables about who was let in to the pages. */
export const DOOR_COLUMNS: { readonly [T in "link" | "session"]: ColumnsOf<T> } = {
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
  },
};
