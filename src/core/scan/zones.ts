/** Minutes east of UTC of the names that mean one zone wherever logs are written. */
const OFFSETS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 60,
    CET: 60,
    CEST: 120,
    EET: 120,
    EEST: 180,
    MSK: 180,
    SAST: 120,
    EDT: -240,
    EST: -300,
    CDT: -300,
    MDT: -360,
    MST: -420,
    PDT: -420,
    PST: -480,
    AKDT: -480,
    AKST: -540,
    HST: -600,
    HKT: 480,
    SGT: 480,
    JST: 540,
    KST: 540,
    AEST: 600,
    AEDT: 660,
    NZST: 720,
    NZDT: 780,
  }),
);
/** Names of several zones: `CST` is one in America and one in China. Read as UTC. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['CST', 'IST', 'BST', 'AST', 'ADT', 'GST', 'SST', 'WST', 'ECT', 'AMT']);

/** Of a zone's name; 0 where several have it, undefined where none has. */
export function zoneOffset(name: string): number | undefined {
  return AMBIGUOUS.has(name) ? 0 : OFFSETS.get(name);
}

/** Whether a name is that of several zones. */
export function isAmbiguousZone(name: string): boolean {
  return AMBIGUOUS.has(name);
}

/** How a zone reads: `UTC`, `UTC+02:00`. @param text as it stands in the time, not the name of several zones */
export function describeZone(text: string): string {
  const minutes = OFFSETS.get(text) ?? offsetOf(text);
  if (minutes === 0) return 'UTC';
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `Z`, `+02`, `+0200` or `+02:00`. */
function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  const size = 60 * Number(hours) + Number(minutes);
  return sign === '-' ? -size : size;
}
