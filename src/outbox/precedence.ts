/**
 * Kinds of messages in the order in which they leave where more of them wait than may be under way at once: what somebody of the
 * team must act on, what answers a customer who has just said something, what asks one, then everything else, and what programs are
 * told last. Within a lane nothing overtakes.
 */
export const PRECEDENCE = ["alert", "thanks", "question", "notice", "reminder", "digest", "detail", "webhook"] as const;
