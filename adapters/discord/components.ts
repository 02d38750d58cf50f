import { recordsIn } from "./api.ts";

/** A component of a message as an event or an answer of Discord holds it. */
export type ShownComponent = Readonly<Record<string, unknown>>;

/** Nesting of a message's components, which Discord keeps to three; what is deeper is not looked at. */
const DEEPEST = 6;

/** Every component with those inside it, in the order in which they are shown. */
export function flattened(components: readonly ShownComponent[], deepest: number = DEEPEST): ShownComponent[] {
  if (deepest === 0) return [];
  return components.flatMap((component) => [
    component,
    ...flattened(recordsIn(component, "components"), deepest - 1),
    ...flattened(recordsIn({ list: [component.component, component.accessory] }, "list"), deepest - 1),
  ]);
}
