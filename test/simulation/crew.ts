import type { Act } from "./agenda.ts";
import { SIMULATED } from "./life.ts";
import { type Process, type ProcessParts, startProcess } from "./process.ts";
import type { Random } from "./random.ts";
import type { Look } from "./wakes.ts";

/** The processes that work on one store; where one has ended another begins. */
export interface Crew {
  /** One that takes what comes from outside. */
  any(): Process;
  /** Each looks: all at once, or one after the other. */
  work(look: Look): Promise<void>;
  /** Has something happen of which it may be that all look at the outbox meanwhile. */
  meanwhile(act: Act): Promise<void>;
}

/** How often all look at once. */
const AT_ONCE = 0.25;
/** How often all look while something happens. */
const MEANWHILE = 0.5;

export function createCrew(parts: ProcessParts, replicas: number, turns: Random): Crew {
  let started = 0;
  const start = (): Process => {
    started += 1;
    const number = started;
    const now = () => parts.now() + parts.offOf(number);
    return startProcess({ ...parts, now }, number);
  };
  const processes = Array.from({ length: replicas }, start);
  const revive = (): void => {
    for (const [index, { life }] of processes.entries()) if (life.isOver) processes[index] = start();
  };
  const workOf = async ({ life, ticker, dispatcher }: Process, look: Look): Promise<void> => {
    if (life.isStill) return;
    try {
      await life.unlessStill(async () => {
        if (look === "everything") await ticker.tick();
        await dispatcher.drain();
      });
    } catch (error) {
      if (!String(error).includes(SIMULATED)) throw error;
      parts.onTrouble();
    }
  };
  const work = async (look: Look): Promise<void> => {
    revive();
    if (turns.chance(AT_ONCE)) await Promise.all(processes.map((process) => workOf(process, look)));
    else for (const process of processes) await workOf(process, look);
    if (processes.some(({ life }) => life.isOver)) parts.onTrouble();
  };
  return {
    any: () => {
      revive();
      const moving = processes.filter(({ life }) => !life.isStill);
      const process = moving[turns.below(moving.length)];
      if (!process) throw new Error(`${SIMULATED} no process answers`);
      return process;
    },
    work,
    meanwhile: async (act) => void (await Promise.all(turns.chance(MEANWHILE) ? [act(), work("outbox")] : [act()])),
  };
}
