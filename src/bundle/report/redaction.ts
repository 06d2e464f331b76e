/** How much of the log's own text a report holds: templates only, lines with their values masked, or lines as they are. */
export const REDACTIONS = ['templates', 'masked', 'raw'] as const;
export type Redaction = (typeof REDACTIONS)[number];
