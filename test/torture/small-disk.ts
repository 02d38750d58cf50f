import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A real file system of a few megabytes, in a file of its own, that can be filled, cut off and made read-only. It needs root on Linux. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Has what was written to it so far outlive whatever comes. */
  synchronise(): void;
  /** Leaves no byte free. */
  fill(): void;
  /** Takes away what filled it. */
  makeRoom(): void;
  /** The power fails: what was not synchronised is lost, and nothing can be read or written until it is mounted anew. */
  losePower(): void;
  /** The kernel makes it read-only, as it does after a fault of the device, until it is mounted anew. */
  turnReadOnly(): void;
  /** Mounted anew, read-only if so wanted; nothing may be using it. */
  mountAnew(isReadOnly?: boolean): void;
  /** Nothing of it remains. */
  remove(): void;
}

const BALLAST = "ballast";
/** `EXT4_IOC_SHUTDOWN` without flushing the journal, as in the file system's own tests. */
const SHUT_DOWN = 'open(my $f, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($f, 0x8004587d, $how) or die $!';

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** As a machine does when it starts; 1 is "mended". */
function mend(image: string): void {
  const { status, stderr } = spawnSync("fsck.ext4", ["-p", image], { encoding: "utf8" });
  if (status === null || status > 1) throw new Error(`The disk cannot be mended: ${stderr}`);
}

/** Memory where there is some to write to, so that other work on the machine's disk is not felt. */
function imageFolder(): string {
  return existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
}

/** Why there can be no small disk here, a sentence's end; null where there can. */
export function diskObstacle(): string | null {
  if (process.platform !== "linux") return "it needs Linux";
  if (process.getuid?.() !== 0) return "it needs root, to mount a disk of its own";
  try {
    createSmallDisk(8).remove();
    return null;
  } catch (error) {
    return `no disk of its own can be mounted: ${String(error).split("\n").at(-1)}`;
  }
}

/** Mounted, empty, of so many megabytes. Throws where it cannot be. */
export function createSmallDisk(megabytes: number): SmallDisk {
  const home = mkdtempSync(join(imageFolder(), "emptychair-disk-"));
  const [image, folder] = [join(home, "image"), mkdtempSync(join(tmpdir(), "emptychair-torture-"))];
  const file = openSync(image, "w");
  ftruncateSync(file, megabytes * 1024 * 1024);
  closeSync(file);
  const mount = (isReadOnly = false) =>
    run("mount", "-o", `loop,errors=remount-ro,commit=300,${isReadOnly ? "ro" : "rw"}`, image, folder);
  const remove = () => {
    rmSync(home, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run("mkfs.ext4", "-q", "-F", "-m", "0", image);
    mount();
  } catch (error) {
    remove();
    throw error;
  }
  const marker = join(folder, ".disk");
  writeFileSync(marker, "");
  const synchronise = () => void run("sync", "-f", marker);
  synchronise();
  return {
    folder,
    synchronise,
    fill() {
      const ballast = openSync(join(folder, BALLAST), "a");
      for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
        const piece = Buffer.alloc(size, 1);
        try {
          for (;;) writeSync(ballast, piece);
        } catch {
          // No room for a piece of this size.
        }
      }
      closeSync(ballast);
    },
    makeRoom: () => rmSync(join(folder, BALLAST), { force: true }),
    losePower: () => void run("perl", "-e", SHUT_DOWN, marker),
    turnReadOnly() {
      const device = basename(run("findmnt", "-no", "SOURCE", folder));
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, "1");
    },
    mountAnew(isReadOnly = false) {
      run("umount", folder);
      if (!isReadOnly) mend(image);
      mount(isReadOnly);
    },
    remove() {
      run("umount", "-l", folder);
      remove();
    },
  };
}
