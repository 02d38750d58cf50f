// Joins the enumeration into one file that Node runs; packages stay as they are installed. Started itself, it writes `build/enumeration/enumerate.js`.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds it, with a fault in it where one is given, into a folder of `build`; gives the file's path. */
export async function build(folder, fault = null) {
  const plant = {
    name: "plant",
    transform: (code, id) =>
      fault !== null && id === `${root}${fault.file}`
        ? { code: code.replace(fault.find, () => fault.replace), map: null }
        : null,
  };
  const bundle = await rolldown({
    cwd: root,
    input: { enumerate: "test/enumeration/enumerate.ts" },
    platform: "node",
    external: (id) => !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id),
    logLevel: "warn",
    plugins: [plant],
  });
  const dir = `${root}build/${folder}`;
  await bundle.write({ dir, format: "esm", codeSplitting: false, sourcemap: true });
  await bundle.close();
  return `${dir}/enumerate.js`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build("enumeration");
