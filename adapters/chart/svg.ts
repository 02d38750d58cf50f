/** Attributes of an element; numbers are written with at most two decimals, undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const SPECIAL: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}

function written(value: string | number): string {
  return typeof value === "number" ? String(Number(value.toFixed(2))) : escaped(value);
}

/** An element as text; its children are elements already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  );
  return `<${name}${given.join("")}>${children.join("")}</${name}>`;
}

/** A line or area along a path, which is null where there is nothing to draw. */
export function path(d: string | null, attributes: Attributes): string {
  return d === null ? "" : element("path", { d, ...attributes });
}

/** An element that holds words alone. */
export function words(name: string, attributes: Attributes, text: string): string {
  return element(name, attributes, escaped(text));
}
