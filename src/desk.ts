/** Id of the one desk of a settings file that has no list of desks. */
export const DEFAULT_DESK = "default";
