import { z } from "zod";
import { settingsFileSchema } from "../src/desk-config.ts";
import type { Platform } from "./platform.ts";
import { sectionsOf } from "./settings-file.ts";

/** What may stand in a settings file as one setting, as a JSON schema says it. */
export interface Shape {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape | false;
}

/** A setting of a desk. */
export interface SettingShape {
  /** As in the settings file, e.g. `ask.delay`; a list is one setting. */
  readonly path: string;
  /** What holds where the file says nothing, as it would stand there; undefined where nothing does. */
  readonly normal: unknown;
  readonly shape: Shape;
}

function shapesIn(shape: Shape, path: string): SettingShape[] {
  if (shape.properties === undefined) return [{ path, normal: shape.default, shape }];
  return Object.entries(shape.properties).flatMap(([key, inner]) =>
    shapesIn(inner, path === "" ? key : `${path}.${key}`),
  );
}

const known = new WeakMap<readonly Platform[], readonly SettingShape[]>();

/** Every setting of a desk on these platforms, in the order of the README's table; found once for each list of platforms. */
export function settingShapes(platforms: readonly Platform[]): readonly SettingShape[] {
  const found = known.get(platforms) ?? readShapes(platforms);
  known.set(platforms, found);
  return found;
}

function readShapes(platforms: readonly Platform[]): readonly SettingShape[] {
  const schema = settingsFileSchema(sectionsOf(platforms));
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
  const { desks: _, ...ofOne } = properties;
  return shapesIn({ properties: ofOne }, "");
}
