import { Option } from "commander";

/** `--desk`, for a command that is about one desk. */
export function deskOption(): Option {
  return new Option("--desk <ID>", "which desk, where the settings have several; the first if none is named");
}
