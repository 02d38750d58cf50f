import type { Json } from "./json.ts";
import type { Channel, Person, StoredFile, UserGroup, Workspace } from "./workspace.ts";

/** The app's bot, as bots.info and `bot_profile` show it. */
export function botShape(workspace: Workspace, app: string): Json {
  return {
    id: workspace.botId,
    deleted: false,
    name: workspace.botName,
    updated: 1700000000,
    app_id: app,
    user_id: workspace.botUser,
    team_id: workspace.id,
    icons: { image_36: "https://example.com/36.png", image_48: "https://example.com/48.png" },
  };
}

/** A conversation as the bot sees it. */
export function channelShape(channel: Channel, workspace: Workspace): Json {
  const direct = channel.kind === "im";
  const other = [...channel.members].find((member) => member !== workspace.botUser);
  return {
    id: channel.id,
    created: Math.floor(channel.created / 1000),
    is_archived: channel.archived,
    is_im: direct,
    is_org_shared: false,
    context_team_id: workspace.id,
    ...(direct
      ? { user: other, is_user_deleted: other ? workspace.people.get(other)?.deleted === true : false, priority: 0 }
      : {
          name: channel.name,
          name_normalized: channel.name,
          is_channel: channel.kind === "public",
          is_group: channel.kind === "private",
          is_mpim: channel.kind === "mpim",
          is_private: channel.kind !== "public",
          is_member: channel.members.has(workspace.botUser),
          is_general: false,
          is_shared: channel.shared,
          is_ext_shared: channel.shared,
          creator: other ?? workspace.botUser,
          topic: { value: "", creator: "", last_set: 0 },
          purpose: { value: "", creator: "", last_set: 0 },
        }),
  };
}

/** A person as users.info shows them; the address only to apps that may read it. */
export function personShape(person: Person, workspace: Workspace, see: { email: boolean; locale: boolean }): Json {
  const stranger = person.teamId !== workspace.id;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    real_name: person.realName,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: person.timeZoneOffset,
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      team: person.teamId,
      ...(see.email && !person.isBot && { email: person.email }),
    },
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.guest !== "no",
    is_ultra_restricted: person.guest === "single-channel",
    is_bot: person.isBot,
    is_app_user: false,
    ...(stranger && { is_stranger: true }),
    ...(see.locale && { locale: person.locale }),
    updated: 1700000000,
  };
}

/** A user group as usergroups.list shows it. */
export function userGroupShape(group: UserGroup, team: string, see: { users: boolean; count: boolean }): Json {
  return {
    id: group.id,
    team_id: team,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: "",
    handle: group.handle,
    is_external: false,
    date_create: 1700000000,
    date_update: 1700000000,
    date_delete: group.disabled ? 1700000000 : 0,
    ...(see.users && { users: [...group.members] }),
    ...(see.count && { user_count: group.members.length }),
  };
}

/** A file as messages and files.info carry it. */
export function fileShape(file: StoredFile): Json {
  const created = Math.floor(file.created / 1000);
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split(".").at(-1) ?? "",
    pretty_type: file.mimetype,
    user: file.owner,
    editable: false,
    size: file.size,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: true,
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: `https://files.example.com/${file.id}/${file.name}`,
    permalink: `https://files.example.com/${file.id}`,
    channels: file.shares.map(({ channel }) => channel),
    groups: [],
    ims: [],
  };
}
