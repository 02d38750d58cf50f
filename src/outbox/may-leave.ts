/** Whoever was to send a post stood still for so long that another may have taken it up. */
export class LateError extends Error {
  override readonly name = "LateError";
}

/** What is on its way. */
interface Leaving {
  readonly post: { readonly id: string };
  readonly mayLeave?: () => boolean;
}

/** To be called right before each request that makes a post stand somewhere, or changes it. Throws {@link LateError} where it must not leave any more. */
export function checkMayLeave({ post, mayLeave }: Leaving): void {
  if (mayLeave?.() === false)
    throw new LateError(`Post ${post.id} was not sent: what held it up took longer than it was held`);
}
