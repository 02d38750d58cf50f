import { botShape, personShape, userGroupShape } from "../directory-shapes.ts";
import { type Methods, page } from "../method.ts";
import { SlackError } from "../slack-error.ts";
import type { Person } from "../workspace.ts";

/** Who there is: auth.test, users.*, usergroups.*, team.info, bots.info. */
export const peopleMethods: Methods = {
  "auth.test": {
    tier: "unmetered",
    args: "",
    run: ({ workspace }) => ({
      url: `https://${workspace.domain}.slack.com/`,
      team: workspace.name,
      user: workspace.botName,
      team_id: workspace.id,
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  "users.info": {
    tier: 4,
    scopes: ["users:read"],
    args: "user! include_locale",
    run({ workspace, args }) {
      const person = workspace.people.get(args.need("user"));
      if (!person) throw new SlackError("user_not_found");
      const email = workspace.scopes.has("users:read.email");
      return { user: personShape(person, workspace, { email, locale: args.flag("include_locale") }) };
    },
  },
  "users.list": {
    tier: 2,
    scopes: ["users:read"],
    args: "limit cursor include_locale",
    run({ workspace, args }) {
      const { items, next } = page(
        [...workspace.people.values()],
        args.count("limit", 1000, 1000),
        args.text("cursor"),
      );
      const see = { email: workspace.scopes.has("users:read.email"), locale: args.flag("include_locale") };
      const members = items.map((person: Person) => personShape(person, workspace, see));
      return { members, response_metadata: { next_cursor: next } };
    },
  },
  "usergroups.list": {
    tier: 2,
    scopes: ["usergroups:read"],
    args: "include_count include_disabled include_users",
    run({ workspace, args }) {
      const see = { users: args.flag("include_users"), count: args.flag("include_count") };
      const groups = [...workspace.userGroups.values()].filter((it) => !it.disabled || args.flag("include_disabled"));
      return { usergroups: groups.map((group) => userGroupShape(group, workspace.id, see)) };
    },
  },
  "usergroups.users.list": {
    tier: 2,
    scopes: ["usergroups:read"],
    args: "usergroup! include_disabled",
    run({ workspace, args }) {
      const group = workspace.userGroups.get(args.need("usergroup"));
      if (!group || (group.disabled && !args.flag("include_disabled"))) throw new SlackError("no_such_subteam");
      return { users: [...group.members] };
    },
  },
  "team.info": {
    tier: 3,
    scopes: ["team:read"],
    args: "team domain",
    run({ workspace, args }) {
      const asked = args.text("team");
      if (asked !== undefined && asked !== workspace.id) throw new SlackError("team_not_found");
      const { id, name, domain } = workspace;
      return { team: { id, name, domain, email_domain: "example.com", icon: { image_default: true } } };
    },
  },
  "bots.info": {
    tier: 3,
    scopes: ["users:read"],
    args: "bot",
    run({ workspace, args, backstage }) {
      if (args.need("bot") !== workspace.botId) throw new SlackError("bot_not_found");
      return { bot: botShape(workspace, backstage.world.app.id) };
    },
  },
};
