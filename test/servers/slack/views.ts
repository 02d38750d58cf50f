import { randomBytes } from "node:crypto";
import { withIds } from "./blocks.ts";
import type { Json } from "./json.ts";
import { asObjects, asString } from "./json.ts";
import type { Limits } from "./limits.ts";
import { SlackError } from "./slack-error.ts";
import type { TimeSource } from "./time.ts";
import type { Workspace } from "./workspace.ts";
import type { World } from "./world.ts";

/** An open modal, or somebody's App Home. */
export interface View {
  readonly id: string;
  readonly type: "modal" | "home";
  readonly team: string;
  readonly person: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What the app gave: title, blocks, private_metadata and so on. */
  definition: Json;
  /** Changes with every update. */
  hash: string;
  /** What the person has filled in, by block id and action id. */
  state: Json;
  /** Field errors shown after a refused submission, by block id. */
  errors: Readonly<Record<string, string>>;
}

/** The modals people have open and the homes they see. */
export interface Views {
  open(workspace: Workspace, person: string, definition: Json): View;
  /** Lays a view on the person's stack. Throws not_found without a stack, push_limit_reached on a full one. */
  push(workspace: Workspace, person: string, definition: Json): View;
  /** Throws not_found, or hash_conflict if the hash is not the view's. */
  update(view: View | undefined, definition: Json, hash: string | undefined): View;
  publish(workspace: Workspace, person: string, definition: Json, hash: string | undefined): View;
  /** The person's modals, the topmost last. */
  stack(person: string): readonly View[];
  home(person: string): View | undefined;
  byId(id: string): View | undefined;
  byExternalId(team: string, id: string): View | undefined;
  /** Takes the topmost modal away, or all of them. Returns what was closed, topmost first. */
  close(person: string, all: boolean): readonly View[];
  /** The view in Slack's form. */
  shape(view: View): Json;
}

/** Starts with nothing open. */
export function createViews(world: World, limits: Limits, time: TimeSource): Views {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();
  const stack = (person: string) => stacks.get(person) ?? [];
  const all = () => [...homes.values(), ...[...stacks.values()].flat()];
  const newHash = () => `${Math.floor(time.now() / 1000)}.${randomBytes(4).toString("hex")}`;

  function create(workspace: Workspace, person: string, given: Json, below: View | undefined): View {
    const id = world.newId("V");
    const definition = checked(workspace.id, given, undefined);
    const type = given.type === "home" ? "home" : "modal";
    const place = { rootId: below?.rootId ?? id, previousId: below?.id ?? null };
    return { id, type, team: workspace.id, person, ...place, definition, hash: newHash(), state: {}, errors: {} };
  }

  function checked(team: string, definition: Json, existing: View | undefined): Json {
    if (JSON.stringify(definition).length > limits.viewBytes) throw new SlackError("view_too_large");
    const externalId = asString(definition.external_id);
    const holder = externalId ? byExternalId(team, externalId) : undefined;
    if (holder && holder !== existing) throw new SlackError("duplicate_external_id");
    return { ...definition, blocks: withIds(asObjects(definition.blocks)) };
  }

  function byExternalId(team: string, id: string): View | undefined {
    return all().find((view) => view.team === team && view.definition.external_id === id);
  }

  function update(view: View | undefined, definition: Json, hash: string | undefined): View {
    if (!view) throw new SlackError("not_found");
    if (hash !== undefined && hash !== view.hash) throw new SlackError("hash_conflict");
    view.definition = checked(view.team, definition, view);
    view.hash = newHash();
    view.errors = {};
    return view;
  }

  return {
    open(workspace, person, definition) {
      const view = create(workspace, person, definition, undefined);
      stacks.set(person, [view]);
      return view;
    },
    push(workspace, person, definition) {
      const below = stack(person);
      if (below.length === 0) throw new SlackError("not_found");
      if (below.length >= limits.modalStack) throw new SlackError("push_limit_reached");
      const view = create(workspace, person, definition, below.at(-1));
      stacks.set(person, [...below, view]);
      return view;
    },
    update,
    publish(workspace, person, definition, hash) {
      const view = homes.get(person);
      if (view) return update(view, definition, hash);
      const created = create(workspace, person, definition, undefined);
      homes.set(person, created);
      return created;
    },
    stack,
    home: (person) => homes.get(person),
    byId: (id) => all().find((view) => view.id === id),
    byExternalId,
    close(person, everything) {
      const open = stack(person);
      const kept = everything ? [] : open.slice(0, -1);
      stacks.set(person, kept);
      return open.slice(kept.length).reverse();
    },
    shape: (view) => viewShape(view, world),
  };
}

function viewShape(view: View, world: World): Json {
  const { definition } = view;
  const workspace = world.workspaces.find(({ id }) => id === view.team);
  return {
    id: view.id,
    team_id: view.team,
    app_id: world.app.id,
    app_installed_team_id: view.team,
    bot_id: workspace?.botId,
    type: view.type,
    title: definition.title ?? { type: "plain_text", text: "View Title", emoji: true },
    close: definition.close ?? null,
    submit: definition.submit ?? null,
    blocks: definition.blocks,
    private_metadata: definition.private_metadata ?? "",
    callback_id: definition.callback_id ?? "",
    external_id: definition.external_id ?? "",
    state: { values: view.state },
    hash: view.hash,
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
  };
}
