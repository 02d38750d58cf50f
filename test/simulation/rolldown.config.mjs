// Joins the simulation into one file that every Node runs; packages stay as they are installed.
export default {
  input: { simulate: "test/simulation/simulate.ts" },
  platform: "node",
  external: (id) => !/^(?:[./\0]|[A-Z]:|@oxc-project\/runtime)/.test(id),
  logLevel: "warn",
  output: { dir: "build/simulation", format: "esm", codeSplitting: false, sourcemap: true },
};
