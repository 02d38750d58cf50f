import { checkedView, messageBlocks } from "../content.ts";
import type { Json } from "../json.ts";
import type { Call, Methods } from "../method.ts";
import { invalidArguments, SlackError } from "../slack-error.ts";

/** views.* and blocks.validate. */
export const viewMethods: Methods = {
  "views.open": { tier: 4, args: "trigger_id interactivity_pointer view!", run: (call) => open(call, "open") },
  "views.push": { tier: 4, args: "trigger_id interactivity_pointer view!", run: (call) => open(call, "push") },
  "views.update": {
    tier: 4,
    args: "view_id external_id view! hash",
    run({ args, backstage, workspace }) {
      const { views, oracle } = backstage;
      const [id, externalId] = [args.text("view_id"), args.text("external_id")];
      if ((id === undefined) === (externalId === undefined)) {
        throw invalidArguments("exactly one of view_id and external_id is required");
      }
      const view = id === undefined ? views.byExternalId(workspace.id, externalId ?? "") : views.byId(id);
      const definition = checkedView(args.needObject("view"), view?.type ?? "modal", oracle);
      return { view: views.shape(views.update(view, definition, args.text("hash"))) };
    },
  },
  "views.publish": {
    tier: 4,
    args: "user_id! view! hash interactivity_pointer",
    run({ args, backstage, workspace }) {
      const person = args.need("user_id");
      if (!workspace.people.has(person)) throw invalidArguments("invalid `user_id`");
      if (!backstage.world.app.homeTab) throw new SlackError("not_enabled");
      const definition = checkedView(args.needObject("view"), "home", backstage.oracle);
      const view = backstage.views.publish(workspace, person, definition, args.text("hash"));
      return { view: backstage.views.shape(view) };
    },
  },
  "blocks.validate": {
    tier: 3,
    args: "blocks view message",
    run({ args, backstage }) {
      const { oracle } = backstage;
      const given = ["blocks", "view", "message"].filter((name) => args.text(name) !== undefined);
      if (given.length !== 1) throw invalidArguments("exactly one of blocks, view and message is required");
      if (given[0] === "view") {
        const view = args.needObject("view");
        const type = view.type === "home" ? "home" : "modal";
        refusedAs("invalid_view", () => checkedView(view, type, oracle));
      } else if (given[0] === "message") {
        refusedAs("invalid_message", () => messageBlocks(args.needObject("message").blocks ?? [], oracle));
      } else {
        refusedAs("invalid_blocks", () => messageBlocks(args.json("blocks", "invalid_blocks"), oracle));
      }
      return {};
    },
  },
};

function open({ args, backstage, workspace }: Call, how: "open" | "push"): Json {
  const trigger = args.text("trigger_id") ?? args.text("interactivity_pointer");
  if (trigger === undefined) throw invalidArguments("missing required field: trigger_id");
  const { person } = backstage.triggers.check(trigger);
  if (!workspace.people.has(person)) throw new SlackError("invalid_trigger_id");
  const definition = checkedView(args.needObject("view"), "modal", backstage.oracle);
  const view = backstage.views[how](workspace, person, definition);
  backstage.triggers.use(trigger);
  return { view: backstage.views.shape(view) };
}

function refusedAs(code: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (error instanceof SlackError) throw new SlackError(code, error.extra);
    throw error;
  }
}
