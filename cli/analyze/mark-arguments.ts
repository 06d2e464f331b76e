export const MARK_HELP = `  --marks FILE        sessions marked as normal, with all that their marks reach, are not listed, as on the page; the marks that a
                      detector holds count without it
  --show-hidden       lists them too
`;

export const MARK_OPTIONS = {
  marks: { type: 'string' },
  'show-hidden': { type: 'boolean', default: false },
} as const;

export interface MarkRequest {
  /** Path of a marks file. */
  readonly marks: string | undefined;
  readonly showHidden: boolean;
}

export function readMarkArguments(values: {
  readonly marks?: string | undefined;
  readonly 'show-hidden': boolean;
}): MarkRequest {
  return { marks: values.marks, showHidden: values['show-hidden'] };
}
