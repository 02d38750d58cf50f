import { Option } from "commander";

/** `--format`, for a command whose answer people or programs read. */
export function formatOption(): Option {
  return new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text");
}
