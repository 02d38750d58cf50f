/** `page`: for a page of the desk, in whose colours it is drawn and on whose background it stands. */
export type ThemeName = "light" | "dark" | "page";

/** The colours of the picture. */
export interface ChartColours {
  /** Null where the picture stands on a page. */
  readonly background: string | null;
  /** What lies under the picture, to keep words apart from lines. */
  readonly under: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly promoter: string;
  readonly passive: string;
  readonly detractor: string;
  /** Where the average stays while nothing changes. */
  readonly shade: string;
  readonly font: string;
}

/** Family name of the font that ships with the program. */
export const FONT = "DejaVu Sans Condensed";
const STANDALONE = `'${FONT}', 'DejaVu Sans', Verdana, sans-serif`;

export const THEMES: Readonly<Record<ThemeName, ChartColours>> = {
  light: {
    background: "#ffffff",
    under: "#ffffff",
    ink: "#1c2126",
    quiet: "#5b636d",
    line: "#d3cfc6",
    promoter: "#2f7a62",
    passive: "#6b7785",
    detractor: "#98501c",
    shade: "#dfe6ec",
    font: STANDALONE,
  },
  dark: {
    background: "#1c2024",
    under: "#1c2024",
    ink: "#eceae5",
    quiet: "#a9b0b8",
    line: "#474d53",
    promoter: "#63b497",
    passive: "#8f9ba8",
    detractor: "#e7a46d",
    shade: "#323b44",
    font: STANDALONE,
  },
  page: {
    background: null,
    under: "var(--surface)",
    ink: "var(--ink)",
    quiet: "var(--quiet)",
    line: "var(--other)",
    promoter: "var(--answered)",
    passive: "var(--passive)",
    detractor: "var(--silent)",
    shade: "var(--shade)",
    font: "inherit",
  },
};
