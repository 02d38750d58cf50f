import { createRequire } from "node:module";

/**
 * A package that is CommonJS, as it is installed. Where one is imported, Node reads all its files for the names of what they export
 * before it runs any of them; of a platform's library, that is some hundred.
 */
export const requirePackage = createRequire(import.meta.url);
