import { formatBytes, formatNumberOf, formatSeconds } from '../../../core/base/format.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import { parsedOf } from '../../analysis.ts';
import { useAppState } from '../../context.ts';
import { Page } from '../../widgets/Page.tsx';
import { NoLog } from '../NoLog.tsx';
import { ColumnsSetting } from './ColumnsSetting.tsx';
import { EncodingSetting } from './EncodingSetting.tsx';
import { FileFormats } from './FileFormats.tsx';
import { FilesSetting } from './FilesSetting.tsx';
import { FormatSetting } from './FormatSetting.tsx';
import { HeaderPreview } from './HeaderPreview.tsx';
import { LabelColumnNote } from './LabelColumnNote.tsx';
import { LeftOutFiles } from './LeftOutFiles.tsx';
import { ParserSetting } from './ParserSetting.tsx';
import { PeriodChart } from './PeriodChart.tsx';
import { Quality } from './Quality.tsx';
import { spanText } from './span-text.ts';

export function LogView() {
  const log = useAppState(({ analysis }) => parsedOf(analysis)?.log);
  if (!log) return <NoLog what="The lines" when="as soon as they are read" />;
  return (
    <Page
      title={`${formatNumberOf(log.lines, 'line')}, read in ${formatSeconds(log.secondsToRead)}`}
      subtitle={subtitle(log)}
    >
      <LeftOutFiles files={log.leftOut} />
      <FileFormats formats={log.fileFormats} />
      <LabelColumnNote labels={log.labelColumn} />
      <Quality log={log} />
      <PeriodChart log={log} />
      <HeaderPreview header={log.header}>
        <FormatSetting log={log} />
        <ColumnsSetting log={log} />
        <EncodingSetting detected={log.encoding} files={log.files.length} />
        <FilesSetting files={log.files.length} />
        <ParserSetting log={log} />
      </HeaderPreview>
    </Page>
  );
}

function subtitle(log: LogReport): string {
  const files = log.files.length === 1 ? (log.files[0]?.name ?? '') : formatNumberOf(log.files.length, 'file');
  const encoding = log.encoding === 'utf-8' ? '' : `${log.encoding}, `;
  return `${files}, ${formatBytes(log.bytes)}, ${encoding}${spanText(log)}`;
}
