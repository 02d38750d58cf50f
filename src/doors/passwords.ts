/**
 * What keeps passwords so that nobody can read them. Neither method rejects; both take as long for a wrong password as for the right one.
 *
 * @example
 * const hash = await passwords.hash("a few words in a row");
 * const isTheirs = await passwords.fits("a few words in a row", hash); // true
 */
export interface Passwords {
  /** What is kept of a password, salted: of the same one something else each time. */
  hash(password: string): Promise<string>;
  /** Whether it is the password of which that was kept; null stands for an account that is not there or has none, and takes as long. */
  fits(password: string, hash: string | null): Promise<boolean>;
}
