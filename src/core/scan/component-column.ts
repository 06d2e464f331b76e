import type { HeaderFormat } from './header-format.ts';

/** Columns that name the part of a system that logged a line, the ones that tell most first. */
const NAMES = [
  'component',
  'logger',
  'log.logger',
  'service',
  'service.name',
  'module',
  'program',
  'app',
  'application',
  'class',
  'source',
  'process',
  'host',
  'hostname',
  'node',
];

/** The column of a header that says which part of a system logged the line; undefined where none does. */
export function componentColumn({ columns }: HeaderFormat): string | undefined {
  const component = columns.find(({ kind }) => kind === 'component');
  return component?.name ?? componentName(columns.map(({ name }) => name));
}

/** The one of some names of columns or fields that says so; outer names stand before a dot. */
export function componentName(names: readonly string[]): string | undefined {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  const best = NAMES.find((name) => known.has(name));
  return best === undefined ? undefined : known.get(best);
}
