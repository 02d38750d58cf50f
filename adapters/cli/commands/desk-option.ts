import { Option } from "commander";

/** `--desk`, for a command that is about one desk. */
export function deskOption(): Option {
  return new Option("--desk <ID>", "which desk, where the settings have several; the first if none is named");
}

/** `--demo`, for a command that reads what is kept. */
export function demoOption(): Option {
  return new Option("--demo", "the demo's, instead of your own");
}
