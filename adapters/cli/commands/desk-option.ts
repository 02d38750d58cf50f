import { Option } from "commander";

/** `--desk`, for a command that is about one desk. */
export function deskOption(): Option {
  return new Option("--desk <ID>", "which desk, where the settings have several; the first if none is named");
}

/** `--demo`, for a command that works with what is kept and set. */
export function demoOption(): Option {
  return new Option("--demo", "the demo's data and settings, instead of your own");
}
