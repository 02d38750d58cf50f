import { INVITE_PERMISSIONS } from "./permissions.ts";

/** What the bot is added with: it speaks, and has commands. */
const SCOPES = "bot+applications.commands";

/** The link by which somebody adds the bot to a server of theirs, with every permission that it makes use of and none beside. */
export function inviteLink(application: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=${SCOPES}&permissions=${INVITE_PERMISSIONS}`;
}
