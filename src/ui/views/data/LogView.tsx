import {
  formatBytes,
  formatCount,
  formatNumberOf,
  formatSeconds,
  formatShare,
  formatTime,
} from '../../../core/base/format.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import { parsedOf } from '../../analysis.ts';
import { LinesOverTime } from '../../charts/LinesOverTime.tsx';
import { useAppState } from '../../context.ts';
import { Card } from '../../widgets/Card.tsx';
import { type Fact, Facts } from '../../widgets/Facts.tsx';
import { Page } from '../../widgets/Page.tsx';
import { NoLog } from '../NoLog.tsx';
import { HeaderPreview } from './HeaderPreview.tsx';
import { HeaderSetting } from './HeaderSetting.tsx';

export function LogView() {
  const analysis = useAppState((state) => state.analysis);
  const log = parsedOf(analysis)?.log;
  if (!log) return <NoLog what="The lines" when="as soon as they are read" />;
  return (
    <Page
      title={`${formatNumberOf(log.lines, 'line')}, read in ${formatSeconds(log.secondsToRead)}`}
      subtitle={subtitle(log)}
    >
      <Card title="Quality" aside="no line is left out">
        <Facts facts={qualityFacts(log)} />
      </Card>
      <LinesOverTime log={log} />
      <HeaderPreview header={log.header}>
        <HeaderSetting header={log.header} />
      </HeaderPreview>
    </Page>
  );
}

function subtitle(log: LogReport): string {
  const files = log.files.length === 1 ? (log.files[0]?.name ?? '') : formatNumberOf(log.files.length, 'file');
  const span = log.span
    ? `from ${formatTime(log.span.first)} to ${formatTime(log.span.last)} UTC`
    : 'without times: lines count in the order they stand';
  return `${files}, ${formatBytes(log.bytes)}, ${span}`;
}

function qualityFacts(log: LogReport): readonly Fact[] {
  return [
    { name: 'Lines', value: formatCount(log.lines) },
    { name: 'Blank', value: formatCount(log.blankLines) },
    { name: 'Without header', value: formatCount(log.headerlessLines), note: 'taken as a whole' },
    { name: 'Cut', value: formatCount(log.cutLines), note: 'judged by their beginning' },
    { name: 'Out of order', value: formatShare(log.outOfOrder), note: 'earlier than the line above' },
  ];
}
