/** How standard input is scored as it comes. */
export interface StreamRequest {
  /** Undefined where the detector tells. */
  readonly idleSeconds: number | undefined;
  readonly mostOpen: number;
}

const DEFAULT_MOST_OPEN = 100_000;

export const STREAM_HELP = `
With --detector F and "-" alone for FILE, findings are printed as JSON Lines while the log comes, as sessions close
(with --json, --out, --labels or --add, standard input is read to its end first):

  --idle SECONDS      a session has closed once the log has gone on for so long without it (default: by the detector,
                      ten times its longest usual pause, a minute at least)
  --max-open N        sessions that may be open at a time; the one silent longest makes room (default ${DEFAULT_MOST_OPEN})
`;

export const STREAM_OPTIONS = { idle: { type: 'string' }, 'max-open': { type: 'string' } } as const;

interface StreamValues {
  readonly idle?: string | undefined;
  readonly 'max-open'?: string | undefined;
  readonly detector?: string | undefined;
  readonly labels?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly add: boolean;
}

/** Undefined where files are read as wholes; a sentence for what does not go together. */
export function readStream(values: StreamValues, files: readonly string[]): StreamRequest | undefined | string {
  const { idle, 'max-open': mostOpen, detector, labels, out, json, add } = values;
  const isStream = detector !== undefined && files.length === 1 && files[0] === '-';
  if (!isStream || labels !== undefined || out !== undefined || json || add) {
    if (idle === undefined && mostOpen === undefined) return undefined;
    return '--idle and --max-open go with --detector F and - alone, without --json, --out, --labels and --add.';
  }
  if (idle !== undefined && !(Number(idle) > 0)) return '--idle must be a number of seconds above 0.';
  const most = Number(mostOpen ?? DEFAULT_MOST_OPEN);
  if (!Number.isSafeInteger(most) || most < 1) return '--max-open must be a whole number above 0.';
  return { idleSeconds: idle === undefined ? undefined : Number(idle), mostOpen: most };
}
