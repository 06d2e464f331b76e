import { Fragment } from 'react';
import { formatProbability } from '../../../core/base/format.ts';
import type { ComparedRow } from '../../../core/report/comparison-report.ts';
import type { Column } from '../../widgets/column.ts';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';
import { CHANGE_WORDS, sideText } from './change-text.ts';

const TWO_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** The changes of a comparison. */
export const CHANGE_COLUMNS: readonly Column<ComparedRow>[] = [
  {
    id: 'change',
    title: 'Change',
    width: '96px',
    cell: ({ change, sure }) => (sure ? CHANGE_WORDS[change] : `${CHANGE_WORDS[change]} (?)`),
    sortBy: ({ change }) => CHANGE_WORDS[change],
  },
  {
    id: 'what',
    title: 'Template or way',
    width: 'minmax(0, 1fr)',
    cell: ({ texts }) =>
      texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the ends of one way never move
        <Fragment key={at}>
          {at > 0 && ' → '}
          <NamedTemplate text={text} />
        </Fragment>
      )),
    sortBy: ({ texts }) => texts.join(),
  },
  {
    id: 'baseline',
    title: 'Baseline',
    width: '88px',
    align: 'end',
    cell: (row) => sideText(row, 'baseline'),
  },
  {
    id: 'log',
    title: 'This log',
    width: '88px',
    align: 'end',
    cell: (row) => sideText(row, 'log'),
  },
  {
    id: 'effect',
    title: 'Effect',
    width: '80px',
    align: 'end',
    showFrom: 800,
    cell: ({ effect }) => effectText(effect),
    sortBy: ({ effect }) => Math.abs(effect),
  },
  {
    id: 'q',
    title: 'Chance (q)',
    width: '104px',
    align: 'end',
    showFrom: 640,
    cell: ({ q }) => formatProbability(q),
    sortBy: ({ q }) => q,
  },
];

/** How many times the odds, or the time; above 1,000 nobody counts. */
function effectText(effect: number): string {
  const times = Math.exp(Math.abs(effect));
  const shown = times >= 1000 ? '> 1,000' : TWO_DIGITS.format(times);
  return `${effect < 0 ? '÷' : '×'} ${shown}`;
}
