import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { type Fault, type Ground, none } from "./faults.ts";
import type { SmallDisk } from "./small-disk.ts";

/** Fewer descriptors than it holds, so that it gets no more; and enough again. */
const [FEW, USUAL] = ["16", "1024"];
const SLOW_US = 300_000;
/** Within this time `/readyz` has to say what is wrong, milliseconds. */
const SAID_WITHIN = 30_000;

function lacking(...commands: readonly string[]): () => string | null {
  return () => {
    const missing = commands.filter((command) => spawnSync(command, ["-V"], { stdio: "ignore" }).error !== undefined);
    return missing.length === 0 ? null : `there is no ${missing.join(" and no ")}`;
  };
}

/** Waits until `/readyz` says that the database cannot be used, and why. */
async function saysWhy({ victim, broken }: Ground, fault: string): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < SAID_WITHIN; await setTimeout(250)) {
    const readiness = await victim.readiness();
    if (readiness?.ok === false && readiness.why?.database) return;
  }
  broken(`${fault}: /readyz did not say within ${SAID_WITHIN / 1_000} s that the database cannot be used, and why`);
}

function isStill(pid: number, thread: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8").split(") ").at(-1)?.startsWith("T") ?? true;
  } catch {
    return true;
  }
}

/**
 * Does it while the program is in no call of the system: of a write that is being synchronised as the file system goes down, Linux now and
 * then says that it is kept, and it is not. Whoever was told of it would be wronged by the machine, not by the program.
 */
async function betweenCalls({ victim }: Ground, act: () => void): Promise<void> {
  const { pid } = victim;
  victim.signal("SIGSTOP");
  const threads = () => (pid === null ? [] : readdirSync(`/proc/${pid}/task`));
  while (pid !== null && !threads().every((thread) => isStill(pid, thread))) await setTimeout(5);
  act();
  victim.signal("SIGCONT");
}

/** Has the system's calls on the database's files end otherwise, for so long. */
async function meddle(
  { victim }: Ground,
  disk: SmallDisk,
  calls: string,
  how: string,
  milliseconds: number,
): Promise<void> {
  const { pid } = victim;
  if (pid === null) return;
  const files = ["", "-wal"].flatMap((end) => ["-P", `${disk.folder}/emptychair.db${end}`]);
  const meddling = ["-f", "-o", "/dev/null", ...files, "-e", `trace=${calls}`, "-e", `inject=${calls}:${how}`];
  const tracer = spawn("strace", [...meddling, "-p", String(pid)], { stdio: "ignore" });
  const ended = once(tracer, "exit");
  await setTimeout(milliseconds);
  tracer.kill("SIGINT");
  await ended;
}

function canMeddle(): string | null {
  const tried = spawnSync("strace", ["-o", "/dev/null", "-e", "inject=fsync:delay_exit=1", "true"], {
    stdio: "ignore",
  });
  return tried.status === 0 ? null : "there is no strace that may trace here";
}

function limitDescriptors({ victim }: Ground, soft: string): void {
  if (victim.pid !== null) execFileSync("prlimit", ["--pid", String(victim.pid), `--nofile=${soft}:`]);
}

/** What can befall the program on a disk of its own. */
export function faultsOn(disk: SmallDisk): readonly Fault[] {
  return [
    {
      name: "disk full",
      obstacle: none,
      async strike(ground) {
        disk.fill();
        await saysWhy(ground, "disk full");
        await setTimeout(ground.random.between(500, 3_000));
        disk.makeRoom();
      },
    },
    {
      name: "disk turns read-only",
      obstacle: none,
      async strike(ground) {
        await betweenCalls(ground, () => {
          disk.synchronise();
          disk.turnReadOnly();
        });
        await saysWhy(ground, "disk turns read-only");
        await ground.victim.kill();
        disk.mountAnew();
      },
    },
    {
      name: "started on a read-only disk",
      obstacle: none,
      async strike({ victim, broken }) {
        await victim.kill();
        disk.mountAnew(true);
        if (await victim.tryStart()) broken("It started on a disk on which it can keep nothing");
        await victim.kill();
        disk.mountAnew();
      },
    },
    {
      name: "power cut",
      obstacle: lacking("perl"),
      async strike(ground) {
        await betweenCalls(ground, () => disk.losePower());
        await setTimeout(ground.random.between(0, 500));
        await ground.victim.kill();
        disk.mountAnew();
      },
    },
    {
      name: "disk errors (EIO)",
      obstacle: canMeddle,
      strike: (ground) =>
        meddle(ground, disk, "pwrite64,fdatasync,fsync", "error=EIO", ground.random.between(2_000, 5_000)),
    },
    {
      name: "slow disk",
      obstacle: canMeddle,
      strike: (ground) =>
        meddle(ground, disk, "fdatasync,fsync", `delay_exit=${SLOW_US}`, ground.random.between(2_000, 5_000)),
    },
    {
      name: "no descriptors left",
      obstacle: lacking("prlimit"),
      async strike(ground) {
        limitDescriptors(ground, FEW);
        await setTimeout(ground.random.between(1_000, 4_000));
        limitDescriptors(ground, USUAL);
      },
    },
  ];
}

/** What no fault of the list can do here, a sentence each, for whoever reads the result. */
export const NOT_MADE: readonly string[] = [
  "clocks that jump: this machine's one clock is other programs' too; the simulation has its own",
  "a write that the disk says it kept and did not: it would need a device that lies (no device-mapper here); the power cut keeps what was synchronised",
  "a file system that goes down in the midst of a synchronising call: Linux now and then says of it that it is kept",
];
