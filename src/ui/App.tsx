import { lazy, Suspense, useEffect } from 'react';
import type { State, View } from '../app/state.ts';
import styles from './App.module.css';
import { backendOf } from './analysis.ts';
import { useAppState } from './context.ts';
import { DropTarget } from './DropTarget.tsx';
import { documentTitle } from './document-title.ts';
import { Interruptions } from './Interruptions.tsx';
import { LabelsNote } from './LabelsNote.tsx';
import { NewerVersionNote } from './NewerVersionNote.tsx';
import { PartNote } from './PartNote.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { Rail } from './Rail.tsx';
import { ResumeOffers } from './ResumeOffers.tsx';
import { StartTemplatesNote } from './StartTemplatesNote.tsx';
import { TopBar } from './TopBar.tsx';
import { useMarkKeys } from './use-mark-keys.ts';
import { useViewerKey } from './use-viewer-key.ts';
import { RawLogBar } from './viewer/RawLogBar.tsx';
import { StartView } from './views/start/StartView.tsx';

const VIEW_COMPONENTS = {
  data: lazy(async () => ({ default: (await import('./views/data/LogView.tsx')).LogView })),
  templates: lazy(async () => ({ default: (await import('./views/templates/TemplatesView.tsx')).TemplatesView })),
  sessions: lazy(async () => ({ default: (await import('./views/sessions/SessionsView.tsx')).SessionsView })),
  training: lazy(async () => ({ default: (await import('./views/training/TrainingView.tsx')).TrainingView })),
  anomalies: lazy(async () => ({ default: (await import('./views/anomalies/AnomaliesView.tsx')).AnomaliesView })),
  workflow: lazy(async () => ({ default: (await import('./views/workflow/WorkflowView.tsx')).WorkflowView })),
  compare: lazy(async () => ({ default: (await import('./views/compare/CompareView.tsx')).CompareView })),
  drift: lazy(async () => ({ default: (await import('./views/drift/DriftView.tsx')).DriftView })),
  export: lazy(async () => ({ default: (await import('./views/export/ExportView.tsx')).ExportView })),
} satisfies Record<View, unknown>;

const INSPECTORS = {
  session: lazy(async () => ({ default: (await import('./inspector/Inspector.tsx')).Inspector })),
  template: lazy(async () => ({ default: (await import('./inspector/TemplateValues.tsx')).TemplateValues })),
};

const RawLog = lazy(async () => ({ default: (await import('./viewer/RawLog.tsx')).RawLog }));

/** Views whose rows are sessions, which the inspector explains. */
const OF_SESSIONS: readonly View[] = ['sessions', 'anomalies', 'workflow', 'compare'];

export function App() {
  useDocument();
  const atStart = useAppState(({ analysis }) => analysis.phase === 'empty' || analysis.phase === 'failed');
  return (
    <>
      {atStart ? <Start /> : <Workbench />}
      <DropTarget />
      <NewerVersionNote />
    </>
  );
}

function Start() {
  return (
    <div className={styles.start}>
      <TopBar />
      <main className={styles.startMain}>
        <ProblemAlert />
        <LabelsNote />
        <StartTemplatesNote />
        <ResumeOffers />
        <StartView />
      </main>
    </div>
  );
}

function Workbench() {
  const view = useAppState((state) => state.view);
  const inspected = useAppState(inspectedOf);
  const isViewerOpen = useAppState((state) => state.viewer.isOpen);
  useViewerKey();
  useMarkKeys();
  const Current = VIEW_COMPONENTS[view];
  const Inspector = inspected && INSPECTORS[inspected];
  return (
    <div className={inspected ? styles.inspected : styles.workbench}>
      <TopBar />
      <Rail />
      <main className={styles.main}>
        <ProblemAlert />
        <PartNote />
        <LabelsNote />
        <StartTemplatesNote />
        <ResumeOffers ofOpenLog />
        <ProgressPanel />
        <InTrainingSoFar />
        <Suspense>
          <Current />
        </Suspense>
      </main>
      {Inspector && (
        <div className={styles.inspector}>
          <Suspense>
            <Inspector />
          </Suspense>
        </div>
      )}
      {isViewerOpen && (
        <div className={styles.drawer}>
          <Suspense>
            <RawLog />
          </Suspense>
        </div>
      )}
      <RawLogBar />
    </div>
  );
}

function InTrainingSoFar() {
  const interruptions = useAppState(({ analysis }) =>
    analysis.phase === 'training' ? analysis.interruptions : undefined,
  );
  return interruptions && <Interruptions interruptions={interruptions} />;
}

/** What is selected in the view, if it is something to inspect. */
function inspectedOf({ view, selected, selectedTemplate }: State): keyof typeof INSPECTORS | undefined {
  if (view === 'templates') return selectedTemplate === undefined ? undefined : 'template';
  return selected !== undefined && OF_SESSIONS.includes(view) ? 'session' : undefined;
}

/** Keeps the title of the tab and the attributes of the body in step with the state. */
function useDocument(): void {
  const title = useAppState(documentTitle);
  const phase = useAppState(({ analysis }: State) => analysis.phase);
  const backend = useAppState(({ analysis }: State) => backendOf(analysis));
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    document.body.dataset.phase = phase;
    if (backend) document.body.dataset.backend = backend;
    else delete document.body.dataset.backend;
  }, [phase, backend]);
}
