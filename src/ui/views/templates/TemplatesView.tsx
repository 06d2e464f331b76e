import { useDeferredValue, useMemo, useState } from 'react';
import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import type { TemplateRow } from '../../../core/report/log-report.ts';
import type { TimeSpan } from '../../../core/scan/scanned-log.ts';
import { parsedOf } from '../../analysis.ts';
import { TemplateGrowth } from '../../charts/TemplateGrowth.tsx';
import { TemplatesByCount } from '../../charts/TemplatesByCount.tsx';
import { useAppState, useCommands } from '../../context.ts';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { SearchField } from '../../widgets/SearchField.tsx';
import { Table } from '../../widgets/Table.tsx';
import { NoLog } from '../NoLog.tsx';
import { templateColumns } from './columns.tsx';
import { filterTemplates } from './filter.ts';
import { NewTemplatesNotice } from './NewTemplatesNotice.tsx';
import { subtitle } from './subtitle.ts';
import { TemplateEditList } from './TemplateEditList.tsx';

export function TemplatesView() {
  const log = useAppState(({ analysis }) => parsedOf(analysis)?.log);
  const templates = useAppState(({ analysis }) => parsedOf(analysis)?.templates);
  const unnamedLines = useAppState(({ analysis }) => parsedOf(analysis)?.unnamedLines) ?? 0;
  if (!log || !templates) return <NoLog what="The templates" when="as soon as the log is read" />;
  if (templates.length === 0) {
    return (
      <>
        <Placeholder
          title="Templates are being found"
          text="They are final once it is known which lines train the model."
        />
        <TemplateEditList />
      </>
    );
  }
  return (
    <Page
      title={`${formatNumberOf(templates.length, 'template')} in ${formatNumberOf(log.lines, 'line')}`}
      subtitle={subtitle(templates, unnamedLines)}
    >
      <NewTemplatesNotice log={log} templates={templates} />
      <TemplateEditList />
      <TemplateTable templates={templates} span={log.span} />
      <TemplatesByCount templates={templates} />
      <TemplateGrowth templates={templates} lines={log.lines} />
    </Page>
  );
}

interface TemplateTableProps {
  readonly templates: readonly TemplateRow[];
  /** Of the log, where it has times. */
  readonly span: TimeSpan | undefined;
}

function TemplateTable({ templates, span }: TemplateTableProps) {
  const columns = useMemo(() => templateColumns(span), [span]);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const selected = useAppState((state) => state.selectedTemplate);
  const { selectTemplate } = useCommands();
  const found = useMemo(() => filterTemplates(templates, wanted), [templates, wanted]);
  return (
    <>
      <SearchField
        label="Filter templates"
        value={query}
        onChange={setQuery}
        result={`${formatCount(found.length)} of ${formatCount(templates.length)}`}
      />
      <Table
        label="Templates"
        columns={columns}
        rows={found}
        rowKey={(row) => row.key}
        rowData={(row) => ({ 'data-key': row.key })}
        selectedKey={selected}
        onSelect={(row) => selectTemplate(row.key)}
        first={isPinned}
        initialSort={{ column: 'count', descending: true }}
        empty={`No template holds “${wanted}”.`}
      />
    </>
  );
}

const isPinned = (row: TemplateRow) => row.isPinned === true;
