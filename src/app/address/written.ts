/** Parameters of an address; one without a value is absent. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How a setting stands in an address, under the names that the command line has for it. */
export interface Written<Value> {
  /** @returns undefined where none of it is there or can be read */
  readonly read: (query: URLSearchParams) => Value | undefined;
  /** All parameters of the setting; none has a value where the setting is as it is by default. */
  readonly write: (value: Value) => Parameters;
}

interface NumberForm {
  readonly whole?: boolean;
  /** The address has the value divided by it. */
  readonly unit?: number;
}

export function numeric(
  name: string,
  usual: number,
  least: number,
  most: number,
  { whole = false, unit = 1 }: NumberForm,
): Written<number> {
  return {
    read: (query) => numberIn(query.get(name), (value) => rounded(value * unit), least, most, whole),
    write: (value) => ({ [name]: value === usual ? undefined : String(rounded(value / unit)) }),
  };
}

/** Without the last digits, in which binary fractions differ from decimal ones. */
const rounded = (value: number) => Number(value.toPrecision(12));

function numberIn(
  text: string | null,
  scale: (value: number) => number,
  least: number,
  most: number,
  whole: boolean,
): number | undefined {
  if (text === null || !/^\d+(\.\d+)?$/.test(text)) return undefined;
  const value = scale(Number(text));
  return value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined;
}

export function orAuto({ read, write }: Written<number>): Written<number | 'auto'> {
  return { read, write: (value) => write(value === 'auto' ? 0 : value) };
}

export function flag(name: string): Written<boolean> {
  return {
    read: (query) => (query.get(name) === '1' ? true : undefined),
    write: (value) => ({ [name]: value ? '1' : undefined }),
  };
}

export function oneOf<Usual extends string, Other extends string>(
  name: string,
  usual: Usual,
  others: readonly Other[],
): Written<Usual | Other> {
  return {
    read: (query) => others.find((other) => other === query.get(name)),
    write: (value) => ({ [name]: value === usual ? undefined : value }),
  };
}

/** `auto`, or a text of its own. */
export function word(name: string, form: RegExp): Written<string> {
  return {
    read: (query) => {
      const text = query.get(name);
      return text !== null && form.test(text) ? text : undefined;
    },
    write: (value) => ({ [name]: value === 'auto' ? undefined : value }),
  };
}
