import { formatCount, formatNumberOf, formatTime, isOneDay, shortTime } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { type Finding, MAX_SURPRISE } from '../../../core/detect/finding.ts';
import { namedText } from '../../../core/report/template-names.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import { CauseMark } from '../../charts/CauseMark.tsx';
import { useTemplateNames } from '../../template-names.ts';
import type { Column } from '../../widgets/column.ts';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';
import styles from './finding-columns.module.css';

/** Two lines of text. */
export const ROW_HEIGHT = 56;

export const causeColumn: Column<Finding> = {
  id: 'cause',
  title: 'Why',
  // Two words stand in two lines: what happened needs the room.
  width: '6.5rem',
  cell: ({ cause }) => (
    <span className={styles.cause} style={{ color: CAUSE_LOOKS[cause].colour }}>
      <CauseMark cause={cause} />
      {CAUSE_LOOKS[cause].word}
    </span>
  ),
  sortBy: ({ cause }) => CAUSE_LOOKS[cause].word,
};

/**
 * Columns of a list of findings but for the cause; clock times where all are of one day, else dates too.
 *
 * @param colourOf the bar of a finding's surprise
 */
export function findingColumns(
  findings: readonly Finding[],
  colourOf: (finding: Finding) => string,
): readonly Column<Finding>[] {
  const times = findings.map((finding) => finding.timestamp).filter(Number.isFinite);
  const oneDay = isOneDay(times);
  return [
    { id: 'what', title: 'What happened', width: 'minmax(0, 1fr)', cell: What },
    {
      id: 'session',
      title: 'Session',
      width: 'minmax(0, 11.5rem)',
      showFrom: 820,
      cell: ({ session }) => <code dir="auto">{visibleText(session)}</code>,
      sortBy: ({ session }) => session,
    },
    {
      id: 'line',
      title: 'Line',
      width: '3.75rem',
      align: 'end',
      showFrom: 700,
      cell: ({ line }) => formatCount(line),
      sortBy: ({ line }) => line,
    },
    ...(times.length > 0 ? [timeColumn(oneDay)] : []),
    {
      id: 'surprise',
      title: 'Surprise',
      width: '3.75rem',
      cell: (finding) => <Surprise score={finding.score} colour={colourOf(finding)} />,
      sortBy: ({ score }) => score,
    },
  ];
}

function timeColumn(oneDay: boolean): Column<Finding> {
  return {
    id: 'time',
    title: 'First seen',
    width: oneDay ? '4.25rem' : '5.75rem',
    align: 'end',
    showFrom: 480,
    cell: ({ timestamp }) => <time title={`${formatTime(timestamp)} UTC`}>{shortTime(timestamp, oneDay)}</time>,
    sortBy: ({ timestamp }) => timestamp,
  };
}

function What(finding: Finding) {
  return (
    <>
      <div className={styles.what}>
        {finding.key === -1 ? 'The session ended here' : <NamedTemplate logKey={finding.key} text={finding.template} />}
      </div>
      <div className={styles.expected} dir="auto">
        {finding.cause === 'new-template' ? 'never logged in training' : <Expectation finding={finding} />}
      </div>
    </>
  );
}

function Expectation({ finding: { expected } }: { readonly finding: Finding }) {
  const { byKey } = useTemplateNames();
  const [first, ...others] = expected;
  if (!first) return 'nothing in particular was expected';
  const more = others.length > 0 ? ` or ${formatNumberOf(others.length, 'other')}` : '';
  return `expected ${first.key === -1 ? 'the end of the session' : visibleText(namedText(first.template, byKey.get(first.key)))}${more}`;
}

function Surprise({ score, colour }: { readonly score: number; readonly colour: string }) {
  return (
    <span className={styles.bar} title={`${score.toFixed(1)} nats`}>
      <span style={{ width: `${Math.min(100, (100 * score) / MAX_SURPRISE)}%`, background: colour }} />
      <span className={styles.number}>{score.toFixed(1)}</span>
    </span>
  );
}
