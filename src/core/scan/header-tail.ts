import type { TypedColumn } from './column-typing.ts';
import type { ColumnKind } from './header-format.ts';
import type { Sample } from './header-sample.ts';
import { CLOSE_BRACKET, COLON } from './kernel/byte-classes.ts';

/** How far behind the last anchor a `component:` or a lone dash is looked for. */
const COMPONENT_REACH = 3;
const DASH_REACH = 4;
/** In this part of the lines a component must be one without doubt. */
const SURE_SHARE = 0.5;

export type Tail = 'none' | 'component' | 'dash' | 'padded-word';

/** What stands between the last column that has one kind in nearly all lines and the content. */
export function tailOf({ columns, lines, settings }: Sample, kinds: readonly ColumnKind[], count: number): Tail {
  if (kinds.slice(0, count).includes('component')) return 'none';
  const share = (has: (line: readonly TypedColumn[], i: number) => boolean) =>
    columns.filter(has).length / lines.length;
  const within = (kind: ColumnKind, reach: number) => (line: readonly TypedColumn[]) =>
    line.slice(count, count + reach).some((column) => column.kind === kind);
  // `ERROR:` is a level and `STATEMENT:` is none, but both name what wrote the line.
  const isLevelName = (line: readonly TypedColumn[], i: number) =>
    line
      .slice(count, count + COMPONENT_REACH)
      .some(({ kind, end }) => kind === 'level' && lines[i]?.[end - 1] === COLON);
  const isNamed = (line: readonly TypedColumn[], i: number) =>
    within('component', COMPONENT_REACH)(line) || isLevelName(line, i);
  if (share(within('dash', DASH_REACH)) > 0.95) return 'dash';
  const isPadded = (line: readonly TypedColumn[]) => line[count]?.kind === 'word' && (line[count]?.gap ?? 0) >= 2;
  if (kinds[count - 1] === 'level' && share(isPadded) > settings.anchorShare) return 'padded-word';
  // A name of several words is the exception, as `syslogd 1.4.1:`; a message may begin like that too.
  const isSure = (line: readonly TypedColumn[], i: number) =>
    line[count]?.kind === 'component' || isProcess(line[count], lines[i]) || isLevelName(line, i);
  return share(isSure) >= SURE_SHARE && share(isNamed) > settings.anchorShare ? 'component' : 'none';
}

/** `com.apple.xpc.launchd[1] (com.example.agent):` has its process id within the name. */
function isProcess(column: TypedColumn | undefined, bytes: Uint8Array | undefined): boolean {
  return column?.kind === 'word' && bytes?.[column.end - 1] === CLOSE_BRACKET;
}
