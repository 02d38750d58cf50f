/** A menu of a form: one of the options, or none where it is optional. */
export interface Choice {
  readonly field: "product" | "verdict" | "outcome" | "cause" | "step" | "score" | "about" | "count";
  readonly label: string;
  readonly isOptional: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A further field of one line, or a menu where it has options. */
export interface FormLine {
  readonly field: "toFix" | "dueOn" | "aimMeasure" | "aimTo" | "aimBy";
  readonly label: string;
  readonly isOptional: boolean;
  readonly options?: Choice["options"];
}
