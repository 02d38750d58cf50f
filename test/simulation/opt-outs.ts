import type { Store } from "../../src/ports.ts";
import { DESKS } from "./town.ts";
import type { Acknowledged } from "./wire.ts";

/** Since when somebody does not want to be asked at a desk, as they were told. */
export interface OptOut {
  readonly desk: string;
  readonly address: string;
  readonly at: number;
}

export interface OptOuts {
  readonly all: readonly OptOut[];
  hear(acknowledged: Acknowledged): Promise<void>;
}

/** Remembers who was told that they are not asked any more. Nobody here ever wants to be asked again. */
export function createOptOuts(store: Store): OptOuts {
  const all: OptOut[] = [];
  const desksKnowing = (address: string) => store.desksWith([...DESKS], "identity", "id", address);
  return {
    all,
    async hear({ event, at, handled: { refusal } }) {
      if (refusal !== undefined) return;
      if (event.kind === "asking-changed" && event.ask === false)
        for (const desk of await desksKnowing(event.by.address)) all.push({ desk, address: event.by.address, at });
      if (event.kind !== "declined" || event.choice !== "never") return;
      for (const desk of await store.desksWith([...DESKS], "survey", "id", event.surveyId))
        all.push({ desk, address: event.by.address, at });
    },
  };
}
