import type { ColumnChoice } from '../../src/ingest/records/format-candidate.ts';

const ROLES = ['time', 'level', 'message', 'session'] as const;
const LIKE = 'time=NAME,level=NAME,message=NAME,session=NAME';

/** Some of `time=NAME,level=NAME,message=NAME,session=NAME`, or a sentence that says what is wrong with it. */
export function readColumns(text: string | undefined): ColumnChoice | undefined | string {
  if (text === undefined) return undefined;
  const chosen = new Map<string, string>();
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const role = ROLES.find((known) => known === part.slice(0, at).trim());
    const name = part.slice(at + 1).trim();
    if (at < 0 || role === undefined || name === '') return `--columns must be like ${LIKE}.`;
    chosen.set(role, name);
  }
  return {
    time: chosen.get('time'),
    level: chosen.get('level'),
    message: chosen.get('message'),
    session: chosen.get('session'),
  };
}
