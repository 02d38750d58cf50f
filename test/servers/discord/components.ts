import type { APIMessageTopLevelComponent } from "discord.js";
import type { Json, Message } from "./entities.ts";

/** A component as it is looked at here, whatever its type. */
export interface Component extends Json {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
}

/** Every component with those inside it, in the order in which they are shown. */
export function flattened(components: readonly unknown[]): Component[] {
  return (components as readonly Component[]).flatMap((component) => [
    component,
    ...flattened(component.components ?? []),
    ...(component.component ? flattened([component.component]) : []),
    ...(component.accessory ? flattened([component.accessory]) : []),
  ]);
}

/** The texts among the components: who is named there is notified like anywhere else. */
export function displayed(components: readonly unknown[]): string[] {
  return flattened(components)
    .filter(({ type }) => type === 10)
    .map(({ content }) => String(content ?? ""));
}

/** What Discord fills in where a component of this type leaves it out. */
const FILLED_IN: Readonly<Record<number, Json>> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  6: { min_values: 1, max_values: 1 },
  7: { min_values: 1, max_values: 1 },
  8: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { name: "", size: 0, spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

/** The components as Discord keeps them: numbered, and with what was left out. */
export function keptComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let last = 0;
  const kept = (component: Component): Component => ({
    ...FILLED_IN[component.type],
    ...component,
    id: component.id ? component.id : ++last,
    ...mediaOf(component),
    ...(component.components ? { components: component.components.map(kept) } : {}),
    ...(component.component ? { component: kept(component.component) } : {}),
    ...(component.accessory ? { accessory: kept(component.accessory) } : {}),
  });
  return (components as unknown as Component[]).map(kept) as unknown as APIMessageTopLevelComponent[];
}

/** Pictures and files get an id and an address of their own; `attachment://` addresses stay as they are. */
function mediaOf({ media, file, items }: Component): Json {
  const filled = (given: unknown) => ({ id: "0", proxy_url: (given as Json).url, ...(given as Json) });
  return {
    ...(media ? { media: filled(media) } : {}),
    ...(file ? { file: filled(file) } : {}),
    ...(Array.isArray(items)
      ? {
          items: items.map((item: Json) => ({ description: null, spoiler: false, ...item, media: filled(item.media) })),
        }
      : {}),
  };
}

/** A button or menu of a message, by custom id or by the words on it. */
export function findComponent(message: Message, wanted: string): Component {
  const all = flattened(message.components).filter(({ custom_id }) => custom_id !== undefined);
  const found = all.find(({ custom_id, label }) => custom_id === wanted || label === wanted);
  if (!found) {
    const there = all.map(({ custom_id, label }) => `"${label ?? custom_id}"`).join(", ") || "none";
    throw new Error(`The message has no button or menu "${wanted}"; it has ${there}.`);
  }
  if (found.disabled === true) throw new Error(`"${wanted}" is greyed out and cannot be used.`);
  return found;
}
