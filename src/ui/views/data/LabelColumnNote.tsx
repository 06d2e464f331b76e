import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { LabelColumn } from '../../../core/report/log-report.ts';
import styles from './LabelColumnNote.module.css';

const NAMED = 3;

/** Where a log brings its own labels: which column they stand in, and that nothing is learnt from it. */
export function LabelColumnNote({ labels }: { readonly labels: LabelColumn | undefined }) {
  if (labels === undefined) return null;
  const { name, labelled, anomalous, kinds } = labels;
  const are = anomalous === 1 ? 'is one' : 'are';
  return (
    <p className={styles.note}>
      The column <b dir="auto">{visibleText(name)}</b> says of each line whether it is an anomaly:{' '}
      {formatCount(anomalous)} of {formatNumberOf(labelled, 'line')} {are}
      {kinds.length > 0 && `, ${kindsText(kinds)}`}. Nothing is learnt from it; findings are compared with it.
    </p>
  );
}

function kindsText(kinds: readonly string[]): string {
  const named = kinds.slice(0, NAMED).map(visibleText).join(', ');
  const more = kinds.length - NAMED;
  return more > 0 ? `called ${named} or ${formatNumberOf(more, 'other word')}` : `called ${named}`;
}
