import { useCallback, useId } from 'react';
import type { Parsed, Scored } from '../../../app/state.ts';
import { formatCount, formatShare } from '../../../core/base/format.ts';
import type { DriftReport } from '../../../core/drift/drift.ts';
import { FORGETS } from '../../../core/report/detector-summary.ts';
import { FlaggedOverTime } from '../../charts/FlaggedOverTime.tsx';
import { TemplateShares } from '../../charts/TemplateShares.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import { type Fact, Facts } from '../../widgets/Facts.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { Table } from '../../widgets/Table.tsx';
import { DRIFT_COLUMNS } from './columns.tsx';
import styles from './DriftView.module.css';

/** How the open log departs from the one that the detector in use learnt from, and whether it is time to train again. */
export function DriftView() {
  const scored = useAppState(({ analysis }) => (analysis.phase === 'scored' ? analysis : undefined));
  if (scored?.model.end !== 'detector') {
    return (
      <Placeholder
        title="Drift is measured against a detector"
        text="Open a detector file, then a log: this page says whether the detector still fits it."
      />
    );
  }
  return <OfLog scored={scored} />;
}

/** @param scored other findings mean another report */
function OfLog({ scored }: { readonly scored: Parsed & Scored }) {
  const { drift } = useCommands();
  const { anomalies } = scored;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const { value: report, stale } = useLoaded(useCallback(() => drift(), [drift, anomalies]));
  if (report === undefined) {
    return stale ? (
      <Placeholder title="Drift is being measured" text="Templates are counted and compared with those of training." />
    ) : (
      <Placeholder title="Drift cannot be measured" text="The log is no longer open. Open it again." />
    );
  }
  return <Report report={report} />;
}

function Report({ report }: { readonly report: DriftReport }) {
  const detector = useAppState((state) => state.detector);
  const { templates, knowsCounts, overTime, allowed, verdict } = report;
  return (
    <Page
      title={verdict.sentence}
      subtitle={
        detector && (
          <>
            Compared with <bdi>{detector.trainedOn}</bdi>, which <bdi>{detector.name}</bdi> learnt from.
            {!knowsCounts && ' Its file does not say how often templates came, so only new ones are told.'}
          </>
        )
      }
    >
      <AddLog isWanted={verdict.trainAgain} />
      <Card title="Change">
        <Facts facts={factsOf(report)} />
      </Card>
      <FlaggedOverTime overTime={overTime} allowed={allowed} />
      {knowsCounts && <TemplateShares templates={templates} />}
      <Table
        label="Template drift"
        columns={DRIFT_COLUMNS}
        rows={templates}
        rowKey={(row) => row.key}
        rowData={(row) => ({ 'data-change': row.change })}
        initialSort={{ column: 'change', descending: true }}
        empty="No template is new."
      />
    </Page>
  );
}

/** @param isWanted it is what the page asks for */
function AddLog({ isWanted }: { readonly isWanted: boolean }) {
  const { addLog } = useCommands();
  const forgets = useAppState(({ detector }) => detector?.forgets);
  const id = useId();
  return (
    <div className={styles.add}>
      <Button variant={isWanted ? 'primary' : 'plain'} aria-describedby={id} onClick={addLog}>
        Train again with this file added
      </Button>
      <p id={id}>
        All sessions of this log are learnt as normal, but for those marked as anomalies and those that stand apart:
        look at the findings first. The file of the detector stays as it is; save the new one under Export.
        {forgets && ` ${FORGETS}`}
      </p>
    </div>
  );
}

function factsOf({ lines, newLines, moved, templates, flagged, allowed, knowsCounts }: DriftReport): readonly Fact[] {
  const fresh = templates.filter(({ change }) => change === 'new').length;
  const gone = templates.filter(({ change }) => change === 'gone').length;
  return [
    { name: 'New templates', value: formatCount(fresh), note: `on ${formatShare(newLines / lines)} of the lines` },
    ...(knowsCounts
      ? [
          { name: 'Gone templates', value: formatCount(gone), note: 'too often there before to be chance' },
          { name: 'Moved lines', value: formatShare(moved), note: 'would need another template to be as before' },
        ]
      : []),
    {
      name: 'Flagged sessions',
      value: formatShare(flagged.value),
      note: `allowed: ${formatShare(allowed.value)}, at most ${formatShare(allowed.high)}`,
    },
  ];
}
