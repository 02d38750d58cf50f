/** How many comments stand on a page. */
export const COMMENTS_SHOWN = 20;
/** How many themes are named. */
export const MOST_NAMED_THEMES = 20;
