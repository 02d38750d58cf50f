import { z } from "zod";

/** One line of `GET /api/v1/digest/audit`: the head, sealed figures (which have no kind), or what was counted. */
export const auditLineSchema = z
  .looseObject({
    kind: z.string().optional().meta({ description: "`head`, `answer`, `fate`, ...; absent in sealed figures" }),
    corrects: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "Hash of the revision before; sealed figures only" }),
  })
  .meta({ description: "Canonical JSON (RFC 8785), one object a line" });
