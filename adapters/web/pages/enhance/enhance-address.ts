import type { DeskPlace } from "../../desk.ts";

/** Address of the list of what is to be made better, for whoever goes by the name. */
export function enhanceAddress({ path }: Pick<DeskPlace, "path">, name: string | null): string {
  return path(`/team/enhance${name === null ? "" : `?name=${encodeURIComponent(name)}`}`);
}
