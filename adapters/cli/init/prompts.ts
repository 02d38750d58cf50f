import type { Readable, Writable } from "node:stream";
import type { Nameable } from "../../platform.ts";
import { Failure } from "../failure.ts";

/** Where somebody is asked. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Questions on a terminal. Each throws a {@link Failure} where the person breaks off. */
export interface Prompts {
  say(text: string): void;
  warn(text: string): void;
  begin(text: string): void;
  end(text: string): void;
  /** Shows that something is under way; gives what ends that. */
  wait(text: string): (text: string) => void;
  text(message: string, initial: string, validate?: (value: string) => string | undefined): Promise<string>;
  secret(message: string): Promise<string>;
  confirm(message: string, initial: boolean): Promise<boolean>;
  several(message: string, offers: readonly Nameable[], initial: readonly string[]): Promise<readonly string[]>;
  /** One of the offers, or none. */
  one(message: string, offers: readonly Nameable[], initial: string | null): Promise<string | null>;
  /** One of a long list, found by typing. */
  pick(message: string, values: readonly string[], initial: string): Promise<string>;
}

const STOPPED = "Stopped. Nothing was written.";
const NONE = "";
const MOST_SHOWN = 8;

/** The library ends a process that is stopped while it waits as if all were well. */
function failed(): void {
  process.exitCode = 1;
}

/** The library for it is loaded only when somebody is to be asked. */
export async function createPrompts(terminal: Terminal): Promise<Prompts> {
  const clack = await import("@clack/prompts");
  const on = { input: terminal.input, output: terminal.output };
  const answered = <T>(value: T | typeof clack.CANCEL_SYMBOL): T => {
    if (clack.isCancel(value)) throw new Failure([STOPPED]);
    return value;
  };
  const optionsOf = (offers: readonly Nameable[]) =>
    offers.map(({ value, name }) => ({ value, label: name, hint: value }));
  return {
    say: (text) => clack.log.step(text, on),
    warn: (text) => clack.log.warn(text, on),
    begin: (text) => clack.intro(text, on),
    end: (text) => clack.outro(text, on),
    wait(text) {
      const spinner = clack.spinner({ ...on, cancelMessage: STOPPED });
      process.on("exit", failed);
      spinner.start(text);
      return (result) => {
        process.off("exit", failed);
        spinner.stop(result);
      };
    },
    text: async (message, initial, validate) =>
      answered(
        await clack.text({ ...on, message, initialValue: initial, validate: (value) => validate?.(value ?? "") }),
      ).trim(),
    secret: async (message) =>
      answered(
        await clack.password({
          ...on,
          message,
          validate: (value) =>
            /^[\x21-\x26\x28-\x7e]+$/.test(value ?? "") ? undefined : "Paste it as the platform shows it.",
        }),
      ),
    confirm: async (message, initial) => answered(await clack.confirm({ ...on, message, initialValue: initial })),
    several: async (message, offers, initial) =>
      answered(
        await clack.autocompleteMultiselect<string>({
          ...on,
          message,
          options: optionsOf(offers),
          initialValues: initial.filter((value) => offers.some((offer) => offer.value === value)),
          maxItems: MOST_SHOWN,
          required: false,
        }),
      ),
    async one(message, offers, initial) {
      const options = [{ value: NONE, label: "none" }, ...optionsOf(offers)];
      const known = initial !== null && offers.some(({ value }) => value === initial);
      const chosen = await clack.autocomplete<string>({
        ...on,
        message,
        options,
        maxItems: MOST_SHOWN,
        ...(known ? { initialValue: initial } : {}),
      });
      return answered(chosen) || null;
    },
    pick: async (message, values, initial) =>
      answered(
        await clack.autocomplete<string>({
          ...on,
          message,
          options: values.map((value) => ({ value })),
          initialValue: initial,
          maxItems: MOST_SHOWN,
        }),
      ),
  };
}
