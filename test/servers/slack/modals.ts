import { randomUUID } from "node:crypto";
import type { ViewClosedAction, ViewOutput, ViewSubmitAction } from "@slack/bolt";
import { elementsOf } from "./blocks.ts";
import { type Entry, initialEntry, objectionTo, stateOf } from "./choices.ts";
import { checkedView } from "./content.ts";
import { type Shown, shown, who } from "./interactions.ts";
import { asObject, asObjects, asString, type Json } from "./json.ts";
import type { Oracle } from "./oracle.ts";
import { SlackError } from "./slack-error.ts";
import type { Transport } from "./transport.ts";
import type { Triggers } from "./triggers.ts";
import type { View, Views } from "./views.ts";
import type { World } from "./world.ts";

/** Brings to the app what people do with its modals. `errors`: fields are marked wrong; see the view's `errors`. */
export interface Modals {
  /** Enters the values by action id, presses submit, and does what the app answers. */
  submit(person: string, view: View, values: Readonly<Record<string, Entry>>): Promise<Shown | "errors">;
  /** Closes the topmost modal, or all of them. */
  close(person: string, all: boolean): Promise<Shown>;
}

/** What modals need to know. */
export interface ModalsConfig {
  readonly world: World;
  readonly transport: Transport;
  readonly triggers: Triggers;
  readonly views: Views;
  readonly oracle: Oracle | undefined;
  complain(text: string): void;
}

/** Modals in this world. */
export function createModals({ world, transport, triggers, views, oracle, complain }: ModalsConfig): Modals {
  async function send(payload: object) {
    return transport.deliver({ kind: "interactive", envelopeId: randomUUID(), payload: { ...payload } });
  }

  function obey(view: View, body: unknown): Shown | "errors" {
    const response = asObject(body) ?? {};
    const definition = () => checkedView(asObject(response.view) ?? {}, "modal", oracle);
    switch (response.response_action) {
      case undefined:
        if (Object.keys(response).length > 0) throw new SlackError("a response without response_action");
        views.close(view.person, false);
        return "ok";
      case "clear":
        views.close(view.person, true);
        return "ok";
      case "update":
        views.update(view, definition(), undefined);
        return "ok";
      case "push":
        views.push(world.ofPerson(view.person).workspace, view.person, definition());
        return "ok";
      case "errors":
        view.errors = fieldErrors(view, response);
        return "errors";
      default:
        throw new SlackError(`no response_action is called ${String(response.response_action)}`);
    }
  }

  return {
    async submit(person, view, values) {
      const objections = enter(view, values);
      view.errors = objections;
      if (Object.keys(objections).length > 0) return "errors";
      const payload: ViewSubmitAction = {
        type: "view_submission",
        ...who(world, person),
        trigger_id: triggers.issue(person),
        view: output(views.shape(view)),
        response_urls: [],
        is_enterprise_install: false,
      };
      const receipt = await send({ ...payload, enterprise: null });
      if (!receipt.ok) return shown(receipt);
      try {
        return obey(view, receipt.body);
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        complain(`The answer to a view submission was refused: ${error.message} ${JSON.stringify(error.extra)}`);
        return "invalid_response";
      }
    },
    async close(person, all) {
      const [top, ...others] = views.close(person, all);
      if (top?.definition.notify_on_close !== true) return "ok";
      const payload: ViewClosedAction = {
        type: "view_closed",
        ...who(world, person),
        view: output(views.shape(top)),
        is_cleared: all && others.length > 0,
        is_enterprise_install: false,
      };
      return shown(await send({ ...payload, enterprise: null }));
    },
  };
}

function output(shape: Json): ViewOutput {
  return shape as Json & ViewOutput;
}

/** Puts the values into the view's state; returns what Slack objects to, by block id. */
function enter(view: View, values: Readonly<Record<string, Entry>>): Record<string, string> {
  const inputs = elementsOf(asObjects(view.definition.blocks)).filter(({ block }) => block.type === "input");
  const strange = Object.keys(values).find((name) => !inputs.some(({ actionId }) => actionId === name));
  if (strange) throw new Error(`The view "${String(view.definition.callback_id)}" has no input ${strange}.`);
  const objections: Record<string, string> = {};
  for (const input of inputs) {
    const entry = values[input.actionId] ?? initialEntry(input);
    const objection = objectionTo(input, entry);
    if (objection) objections[input.blockId] = objection;
    view.state = { ...view.state, [input.blockId]: { [input.actionId]: stateOf(input, entry) } };
  }
  return objections;
}

function fieldErrors(view: View, response: Json): Record<string, string> {
  const inputs = asObjects(view.definition.blocks).filter(({ type }) => type === "input");
  const errors = Object.entries(asObject(response.errors) ?? {});
  if (errors.length === 0) throw new SlackError("errors without any");
  return Object.fromEntries(
    errors.map(([blockId, text]) => {
      if (!inputs.some((block) => block.block_id === blockId)) throw new SlackError(`no input block ${blockId}`);
      return [blockId, asString(text) ?? ""];
    }),
  );
}
