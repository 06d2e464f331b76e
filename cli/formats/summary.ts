import type { FormatScore } from './measure.ts';

/** Share of lines that must be right for a file to count as right. */
const RIGHT_SHARE = 0.98;

export interface FormatsSummary {
  readonly files: number;
  /** Share of files of which at least 98 % of the lines are right. */
  readonly right: number;
  /** Shares of the files with a session identifier whose right one is the first, or among the first three. */
  readonly sessionFirst: number;
  readonly sessionInThree: number;
  /** Share of files with the right first and last time. */
  readonly times: number;
}

export function summarise(scores: readonly FormatScore[]): FormatsSummary {
  const share = (of: readonly FormatScore[], has: (score: FormatScore) => boolean) => of.filter(has).length / of.length;
  const withSession = scores.filter(({ session }) => !Number.isNaN(session));
  return {
    files: scores.length,
    right: share(scores, ({ lines }) => !(lines < RIGHT_SHARE)),
    sessionFirst: share(withSession, ({ session }) => session === 1),
    sessionInThree: share(withSession, ({ session }) => session >= 1 && session <= 3),
    times: share(scores, ({ times }) => times),
  };
}

export function formatsTable(scores: readonly FormatScore[]): string {
  const width = Math.max(...scores.map(({ file }) => file.length));
  const cell = (share: number) => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1)).padStart(8);
  const rows = scores.map(({ file, lines, joined, session, times, format, wrong }) => {
    const rank = Number.isNaN(session) ? '-' : session === 0 ? 'none' : String(session);
    const text = `${file.padEnd(width)}${cell(lines)}${cell(joined)}${rank.padStart(9)}${(times ? 'yes' : 'NO').padStart(7)}`;
    return `${text}  ${format}${wrong === '' ? '' : `\n    ${wrong.slice(0, 200)}`}`;
  });
  const { files, right, sessionFirst, sessionInThree, times } = summarise(scores);
  const total =
    `${files} files: ${percent(right)} with at least 98 % of the lines right, session identifier first in ` +
    `${percent(sessionFirst)} and in the first three in ${percent(sessionInThree)}, times right in ${percent(times)}`;
  return [`${''.padEnd(width)}   lines  joined  session  times`, ...rows, total].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
