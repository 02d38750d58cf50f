/** A fault that no waiting mends; the message says what to do. */
export class FinalFault extends Error {
  override readonly name = "FinalFault";
}
