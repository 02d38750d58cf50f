// Joins the torture into one file that every Node runs; packages stay as they are installed.
export default {
  input: { torture: "test/torture/torture.ts" },
  platform: "node",
  external: (id) => !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id),
  logLevel: "warn",
  output: { dir: "build/torture", format: "esm", codeSplitting: false, sourcemap: true },
};
