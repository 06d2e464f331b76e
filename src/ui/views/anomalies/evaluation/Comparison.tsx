import { useState } from 'react';
import { formatNumberOf } from '../../../../core/base/format.ts';
import type { Calibration } from '../../../../core/detect/calibrate.ts';
import type { Evaluation, Scope } from '../../../../core/evaluate/evaluate.ts';
import { labelNotes } from '../../../../core/evaluate/label-notes.ts';
import { DataTable } from '../../../charts/DataTable.tsx';
import { Card } from '../../../widgets/Card.tsx';
import { SelectField } from '../../../widgets/SelectField.tsx';
import { SessionLinks } from '../SessionLinks.tsx';
import styles from './Comparison.module.css';
import { causesTable } from './causes-table.ts';
import { DetectorCurve } from './DetectorCurve.tsx';
import { figuresTable, formatFigure } from './figures-table.ts';
import { LabelVerbs } from './LabelVerbs.tsx';

const SCOPE_TEXTS: readonly { readonly value: Scope; readonly text: string }[] = [
  { value: 'all', text: 'All sessions' },
  { value: 'held-out', text: 'After the training period' },
  { value: 'all-distinct', text: 'All, those alike once' },
  { value: 'held-out-distinct', text: 'After training, those alike once' },
];

interface ComparisonProps {
  readonly evaluation: Evaluation;
  readonly threshold: Calibration;
}

/** How the findings agree with labels: figures of each detector, the thresholds there could be, and what is told of which anomaly. */
export function Comparison({ evaluation, threshold }: ComparisonProps) {
  const [scope, setScope] = useState<Scope>('all');
  const { source, labelled, missed } = evaluation;
  const detectors = evaluation.scopes[scope];
  const notes = labelNotes(evaluation);
  return (
    <details open className={styles.comparison}>
      <summary>
        Compared with <b dir="auto">{source}</b>
        {labelled > 0 && `: ${headline(evaluation)}`}
      </summary>
      <div className={styles.content}>
        <Card title="Against labels" aside={<LabelVerbs evaluation={evaluation} threshold={threshold} />}>
          {notes.length > 0 && (
            <ul aria-label="Notes on the labels" className={styles.notes}>
              {notes.map((note) => (
                <li key={note} dir="auto">
                  {note}
                </li>
              ))}
            </ul>
          )}
          {labelled > 0 && (
            <>
              <div className={styles.scope}>
                <SelectField label="Sessions counted" value={scope} options={SCOPE_TEXTS} onChange={setScope} />
              </div>
              <DataTable name="Detectors against labels" table={figuresTable(detectors)} />
            </>
          )}
        </Card>
        {labelled > 0 && (
          <div className={styles.pair}>
            <DetectorCurve detectors={detectors} />
            <Card title="What is told of labelled sessions">
              <DataTable name="Causes of labelled sessions" table={causesTable(evaluation.causes)} />
            </Card>
          </div>
        )}
        {missed.length > 0 && (
          <details className={styles.missed}>
            <summary>{formatNumberOf(missed.length, 'labelled anomaly', 'labelled anomalies')} not flagged</summary>
            <SessionLinks label="Labelled anomalies that are not flagged" sessions={missed} />
          </details>
        )}
      </div>
    </details>
  );
}

function headline({ scopes: { all } }: Evaluation): string {
  const figures = all[0]?.figures;
  if (figures === undefined) return '';
  const { precision, recall, f1 } = figures;
  return `precision ${formatFigure(precision.value)}, recall ${formatFigure(recall.value)}, F1 ${formatFigure(f1.value)}`;
}
