import type { LeaveOneOut } from './choose.ts';
import { DEFAULT_SETTINGS, type ParserSettings } from './settings.ts';

/** One line a system: what was chosen without it where that is not the default, and its grouping accuracy. */
export function leaveOneOutTable({ systems, average, cost }: LeaveOneOut): string {
  const width = Math.max('average'.length, ...Object.keys(systems).map((name) => name.length));
  const row = (name: string, ga: string, defaultGa: string, text: string) =>
    `${name.padEnd(width)}${ga.padStart(10)}${defaultGa.padStart(10)}  ${text}`.trimEnd();
  const rows = Object.entries(systems).map(([name, { ga, defaultGa, settings }]) =>
    row(name, ga.toFixed(4), defaultGa.toFixed(4), changes(settings)),
  );
  return [
    `Defaults: ${described(Object.entries(DEFAULT_SETTINGS))}`,
    row('', 'left out', 'defaults', 'chosen on the other systems'),
    ...rows,
    row('average', average.ga.toFixed(4), average.defaultGa.toFixed(4), `cost ${cost.toFixed(4)}`),
  ].join('\n');
}

function changes(settings: ParserSettings): string {
  const entries = Object.entries(settings).filter(([name, value]) => !isDefault(name, value));
  return entries.length === 0 ? 'the defaults' : described(entries);
}

function isDefault(name: string, value: number): boolean {
  return Object.entries(DEFAULT_SETTINGS).some((entry) => entry[0] === name && entry[1] === value);
}

function described(entries: readonly (readonly [string, number])[]): string {
  return entries.map(([name, value]) => `${name} ${value}`).join(', ');
}
