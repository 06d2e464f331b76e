import { useId, useState } from 'react';
import { formatBytes, formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import type { ListedKind } from '../../../core/report/raw-line.ts';
import { useCommands } from '../../context.ts';
import { Card } from '../../widgets/Card.tsx';
import { type Fact, Facts } from '../../widgets/Facts.tsx';
import { KindLines } from './KindLines.tsx';
import styles from './Quality.module.css';

interface KindFact {
  readonly kind: ListedKind;
  readonly name: string;
  readonly count: (log: LogReport) => number;
  readonly note: (log: LogReport) => string;
}

const BLANK: KindFact = { kind: 'blank', name: 'Blank', count: (log) => log.blankLines, note: () => 'nothing to mine' };
/** Of a log that is mined without settings, ... */
const HEADERLESS: KindFact = {
  kind: 'headerless',
  name: 'Without header',
  count: (log) => log.headerlessLines,
  note: () => 'mined as a whole',
};
/** ... and of one that the classic parser mines. */
const UNPARSED: KindFact = {
  kind: 'unparsed',
  name: 'Unparsed',
  count: unparsedLines,
  note: () => 'without the log format: no template',
};
const OTHERS: readonly KindFact[] = [
  {
    kind: 'joined',
    name: 'Continued',
    count: (log) => log.joinedLines,
    note: () => 'part of the record before them',
  },
  { kind: 'cut', name: 'Cut', count: (log) => log.cutLines, note: () => 'mined by their first 64 KiB' },
  {
    kind: 'replaced',
    name: 'Replaced',
    count: (log) => log.replacedLines,
    note: ({ replacedCharacters: count }) =>
      count === 0 ? 'characters that cannot be read' : `${formatNumberOf(count, 'character')} read as \ufffd`,
  },
  {
    kind: 'backward',
    name: 'Out of order',
    count: (log) => log.backwardLines,
    note: ({ outOfOrder }) =>
      outOfOrder === 0 ? 'earlier than the line above' : `${formatShare(outOfOrder)} earlier than the line above`,
  },
  {
    kind: 'repeated',
    name: 'Repeated',
    count: (log) => log.repeatedLines,
    note: () => 'shape, time, length and ids of the line above',
  },
];

/** What became of the lines; each count opens the list of its lines. */
export function Quality({ log }: { readonly log: LogReport }) {
  const [open, setOpen] = useState<ListedKind>();
  const list = useId();
  const kinds = [BLANK, log.classic === undefined ? HEADERLESS : UNPARSED, ...OTHERS];
  const shown = kinds.find(({ kind }) => kind === open);
  const factOf = ({ kind, name, count, note }: KindFact): Fact => ({
    name,
    note: note(log),
    value: (
      <Count
        count={count(log)}
        name={name}
        list={list}
        isOpen={kind === open}
        onToggle={() => setOpen(kind === open ? undefined : kind)}
      />
    ),
  });
  return (
    <Card title="Quality" aside="no line is left out">
      <Facts
        facts={[
          { name: 'Lines', value: formatCount(log.lines) },
          {
            name: 'Mined',
            value: formatCount(log.lines - log.blankLines - log.joinedLines - unparsedLines(log)),
            note: 'each has a template',
          },
          ...kinds.map(factOf),
          {
            name: 'Longest',
            value: <Longest {...log.longestLine} />,
            note: `line ${formatCount(log.longestLine.line)}`,
          },
        ]}
      />
      {shown && (
        <div id={list} className={styles.list}>
          <KindLines key={shown.kind} kind={shown.kind} name={shown.name} total={shown.count(log)} />
        </div>
      )}
    </Card>
  );
}

function unparsedLines({ classic }: LogReport): number {
  return classic?.unparsedLines ?? 0;
}

function Longest({ line, length }: LogReport['longestLine']) {
  const { openViewer } = useCommands();
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={`${formatBytes(length)}: open at line ${formatCount(line)}`}
      onClick={() => openViewer(line)}
    >
      {formatBytes(length)}
    </button>
  );
}

interface CountProps {
  readonly count: number;
  readonly name: string;
  /** Id of the list, while it is open. */
  readonly list: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Count({ count, name, list, isOpen, onToggle }: CountProps) {
  if (count === 0) return formatCount(count);
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={`${formatCount(count)}, ${name}: list them`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? list : undefined}
      onClick={onToggle}
    >
      {formatCount(count)}
    </button>
  );
}
