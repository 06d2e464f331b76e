import { useCallback, useMemo, useState } from 'react';
import type { WayRequest, WorkflowReport } from '../../../core/report/workflow-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { useTemplateNames } from '../../template-names.ts';
import { Facts } from '../../widgets/Facts.tsx';
import { Table } from '../../widgets/Table.tsx';
import { taskFacts } from './task-facts.ts';
import { WaySessions } from './WaySessions.tsx';
import { WorkflowFigure } from './WorkflowFigure.tsx';
import { WorkflowSettings } from './WorkflowSettings.tsx';
import { namedTexts, textsOf, wayColumns, wayId } from './ways.tsx';

/** Of the sessions; what is rarer is no part of the workflow. */
const USUAL_SHARE = 0.05;

/** The graph of one task, its ways as a table, and the sessions that go the chosen way. */
export function TaskWorkflow({ report }: { readonly report: WorkflowReport }) {
  const { workflowPicture } = useCommands();
  const session = useAppState((state) => state.selected);
  const [chosen, setChosen] = useState(0);
  const [leastShare, setLeastShare] = useState(USUAL_SHARE);
  const [way, setWay] = useState<WayRequest>();
  const task = Math.min(chosen, report.tasks.length - 1);
  const ways = useAppState(({ settings }) => settings.ways);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report means another workflow
  const load = useCallback(
    () => workflowPicture({ task, ways, leastShare, session }),
    [workflowPicture, task, ways, leastShare, session, report],
  );
  const { value: picture } = useLoaded(load);
  const own = report.tasks[task];
  const shownWay = way?.task === task ? way : undefined;
  const names = useTemplateNames();
  const texts = useMemo(() => namedTexts(picture, names), [picture, names]);
  const chance = picture?.edges.find((edge) => shownWay && wayId(edge) === wayId(shownWay))?.chance;
  const columns = useMemo(() => wayColumns(textsOf(picture)), [picture]);
  return (
    <>
      <WorkflowSettings
        report={report}
        task={task}
        onTask={setChosen}
        leastShare={leastShare}
        onLeastShare={setLeastShare}
      />
      {own && <Facts facts={taskFacts(own, names)} />}
      <WorkflowFigure
        picture={picture}
        texts={texts}
        session={session}
        way={shownWay && wayId(shownWay)}
        onWay={({ from, to }) => setWay({ task, from, to })}
      />
      {shownWay && <WaySessions way={shownWay} chance={chance} texts={texts} onClose={() => setWay(undefined)} />}
      <Table
        label="Ways"
        columns={columns}
        rows={picture?.edges ?? []}
        rowKey={wayId}
        rowData={(edge) => ({ 'data-way': wayId(edge) })}
        initialSort={{ column: 'count', descending: true }}
        selectedKey={shownWay && wayId(shownWay)}
        onSelect={({ from, to }) => setWay({ task, from, to })}
        empty="No way is drawn."
      />
    </>
  );
}
