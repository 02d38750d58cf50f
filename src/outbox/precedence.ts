/**
 * Kinds of messages in the order in which they leave where more of them wait than may be under way at once: what somebody of the
 * team must act on, what answers a customer who has just said something, what asks one, and then everything else. Within a lane
 * nothing overtakes.
 */
export const PRECEDENCE = ["alert", "thanks", "question", "notice", "reminder", "digest", "detail"] as const;
