import { useMemo } from 'react';
import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import type { SessionReport } from '../../../core/report/log-report.ts';
import { parsedOf } from '../../analysis.ts';
import { SessionLengths } from '../../charts/SessionLengths.tsx';
import { SessionStarts } from '../../charts/SessionStarts.tsx';
import { TransitionHeatMap } from '../../charts/TransitionHeatMap.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { Card } from '../../widgets/Card.tsx';
import { type Fact, Facts } from '../../widgets/Facts.tsx';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { Table } from '../../widgets/Table.tsx';
import { NoLog } from '../NoLog.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { sessionColumns } from './columns.tsx';
import { IdentifierSetting } from './IdentifierSetting.tsx';
import styles from './SessionsView.module.css';

export function SessionsView() {
  const sessions = useAppState(({ analysis }) => parsedOf(analysis)?.sessions);
  const templates = useAppState(({ analysis }) => parsedOf(analysis)?.templates);
  const history = useAppState((state) => state.settings.history);
  if (!templates) return <NoLog what="The sessions" when="as soon as the log is read" />;
  if (!sessions) {
    return (
      <Placeholder
        title="Lines are being grouped into sessions"
        text="Every repeated identifier is tried; the one that makes the order of events easiest to foresee is taken."
      />
    );
  }
  return (
    <Page
      title={
        <>
          {formatNumberOf(sessions.sessions, 'session')} by{' '}
          <code className={styles.label}>{sessions.chosen.label}</code>
        </>
      }
      subtitle={sessions.reason}
    >
      <Card title="What makes lines belong together">
        <IdentifierSetting candidates={sessions.candidates} />
        <CandidateTable report={sessions} />
      </Card>
      <div className={styles.row}>
        <Card title="Parts, in order of time" aside="all are scored">
          <Facts facts={splitFacts(sessions)} />
        </Card>
        <SessionLengths sessions={sessions} history={history} />
      </div>
      <SessionStarts sessions={sessions} />
      <TransitionHeatMap transitions={sessions.transitions} templates={templates} />
      <SessionTable report={sessions} />
    </Page>
  );
}

function SessionTable({ report }: { readonly report: SessionReport }) {
  const selected = useAppState((state) => state.selected);
  const { select } = useCommands();
  const columns = useMemo(() => sessionColumns(report), [report]);
  const rows = useMemo(() => report.rows.ids.map((_, index) => index), [report]);
  const idOf = (row: number) => report.rows.ids[row] ?? '';
  return (
    <Table
      label="Sessions"
      columns={columns}
      rows={rows}
      rowKey={idOf}
      rowData={(row) => ({ 'data-session': idOf(row) })}
      selectedKey={selected}
      onSelect={(row) => select(idOf(row))}
    />
  );
}

function splitFacts({ split }: SessionReport): readonly Fact[] {
  const earlier = { name: 'Earlier', value: formatCount(split.earlier), note: 'before the training period' };
  return [
    ...(split.earlier > 0 ? [earlier] : []),
    { name: 'Training', value: formatCount(split.training), note: 'the model learns from these' },
    { name: 'Held out', value: formatCount(split.validation), note: 'the model is checked on these' },
    { name: 'Later', value: formatCount(split.rest), note: 'new to the model' },
    { name: 'Open at the end', value: formatCount(split.openAtEnd), note: 'their end is not judged' },
    { name: 'Open at the start', value: formatCount(split.openAtStart), note: 'their start is not judged' },
  ];
}
