import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../core/report/problem.ts';
import type { TableData } from '../engine/data.api.ts';
import type { Versions } from '../worker/service-worker.client.ts';
import type { Action } from './actions.ts';
import { readAddress, searchWithSettings } from './address/location.ts';
import type { Checkpoints } from './checkpoints/checkpoints.ts';
import type { Commands } from './commands.ts';
import { comparisonCommands } from './comparison-commands.ts';
import { download } from './download.ts';
import { type Download, FILE_NAMES } from './downloads.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { intakeCommands } from './intake-commands.ts';
import { markCommands } from './mark-commands.ts';
import { noteCommands } from './note-commands.ts';
import { pageCommands } from './page-commands.ts';
import { watchPageLife } from './page-life.ts';
import { sampleProblem, unexpectedProblem } from './problems.ts';
import { recentCommands } from './recent/recent-commands.ts';
import type { RecentStore } from './recent/recent-store.ts';
import { Recents } from './recent/recents.ts';
import { reduce } from './reducer.ts';
import { Runner } from './runner.ts';
import { fetchSample } from './sample.ts';
import { sessionCommands } from './session-commands.ts';
import { staleFrom } from './stages.ts';
import type { State } from './state.ts';
import type { ThreadHost, ThreadWatch } from './thread-host.ts';

/** The program behind the page: its state, what a person can do, and the threads that do it. */
export function createWorkbench(
  host: ThreadHost & ThreadWatch,
  checkpoints: Checkpoints,
  versions: Versions,
  recentStore: Promise<RecentStore>,
): { store: StoreApi<State>; commands: Commands } {
  const store = createStore<State>(() => INITIAL_STATE);
  const dispatch = (action: Action) => store.setState(reduce(store.getState(), action), true);
  const runner = new Runner(host, store.getState, dispatch, checkpoints);
  const lookForRuns = () => void runner.offer();
  lookForRuns();
  watchPageLife(document, Date.now, {
    frozen: (milliseconds) =>
      dispatch({ type: 'interrupted', interruption: { is: 'frozen', milliseconds }, epochs: undefined }),
    shown: lookForRuns,
  });
  versions.keep(() => dispatch({ type: 'newer-version', waits: true }));
  const recents = new Recents(recentStore, Date.now, (recent) => dispatch({ type: 'recent', recent }));
  store.subscribe((state, before) => {
    if (state.shownBy.findings !== before.shownBy.findings) void recents.note(state);
  });
  return { store, commands: createCommands(host, versions, recents, runner, store, dispatch) };
}

function createCommands(
  host: ThreadHost & ThreadWatch,
  versions: Versions,
  recents: Recents,
  runner: Runner,
  store: StoreApi<State>,
  dispatch: (action: Action) => void,
): Commands {
  /** A command returns at once; what goes wrong in it is shown. */
  const attempt = (work: Promise<unknown>) => {
    work.catch((error: unknown) => dispatch({ type: 'problem', problem: unexpectedProblem(error) }));
  };
  const attemptTo = (work: Promise<Problem | undefined>) => {
    attempt(work.then((problem) => problem && dispatch({ type: 'problem', problem })));
  };
  const takeAway = async (what: Download | TableData, name: string) => {
    const made = await runner.takeAway(what);
    if (made.ok) download(made.value, name);
    else dispatch({ type: 'problem', problem: made.problem });
  };
  const intake = intakeCommands(host.data, runner, store.getState, dispatch, attemptTo);
  return {
    ...intake,
    openAnyway: (allowing) => runner.openAnyway(allowing),
    openText: (text) => runner.open([new File([text], 'pasted text')]),
    openSample: (name) =>
      void fetchSample(name).then(
        (file) => runner.open([file]),
        () => dispatch({ type: 'problem', problem: sampleProblem(name) }),
      ),
    openDetector: (file) => attemptTo(runner.openDetector(file)),
    closeDetector: () => attempt(runner.closeDetector()),
    addLog: () => runner.addLog(),
    change: (settings) => {
      const before = store.getState().settings;
      dispatch({ type: 'settings', settings });
      const stage = staleFrom(before, store.getState().settings);
      if (stage !== undefined) runner.change(stage);
    },
    cancel: () => attempt(runner.jobs.cancel()),
    stopAndKeep: () => attempt(runner.jobs.stopAndKeep()),
    pause: (paused) => attempt(runner.jobs.pause(paused)),
    trainAgain: () => runner.change('train'),
    continueTraining: () => runner.continueTraining(),
    modelMemory: () => runner.jobs.memory().catch(() => undefined),
    resume: (run, files) => attemptTo(runner.resume(run, files)),
    forgetRun: (run) => attempt(runner.forgetRun(run)),
    close: () => runner.close(),
    show: (view) => dispatch({ type: 'view', view }),
    select: (session) => dispatch({ type: 'selected', session }),
    selectTemplate: (key) => dispatch({ type: 'template-selected', key }),
    ...noteCommands(host.data, store, dispatch, attempt),
    ...markCommands(host.data, runner, store, dispatch, attempt),
    filter: (filter) => dispatch({ type: 'filter', filter }),
    dismissProblem: () => dispatch({ type: 'problem', problem: undefined }),
    checkNetwork: () =>
      attempt(
        host.networkLocked().then((locked) => dispatch({ type: 'network', network: locked ? 'locked' : 'open' })),
      ),
    ...pageCommands(host, versions, dispatch),
    ...recentCommands(recents, detectorsOf(runner), store.getState, attemptTo),
    ...sessionCommands(host.data),
    ...comparisonCommands(host.data, intake.openFiles, store, dispatch, attempt),
    linesOf: (kind, from, count) => host.data.linesOf(kind, from, count),
    openViewer: (line) =>
      dispatch({ type: 'viewer', viewer: { isOpen: true, ...(line === undefined ? {} : { goTo: { line } }) } }),
    changeViewer: (viewer) => dispatch({ type: 'viewer', viewer }),
    viewLines: (lines, limit) => host.data.viewLines({ lines, limit }).catch(asProblem),
    search: (query, session, onHits) => host.data.search({ ...query, session }, onHits).catch(asProblem),
    cancelSearch: () => attempt(host.data.cancelSearch()),
    saveFile: (name, bytes) => attempt(bytes.then((made) => download(new Blob([made]), name))),
    saveTable: (name, table) => attempt(takeAway(table, name)),
    save: (kind) => attempt(takeAway(kind, FILE_NAMES[kind])),
  };
}

function detectorsOf(runner: Runner) {
  return {
    save: async () => {
      const made = await runner.takeAway('detector');
      if (!made.ok) throw new Error(made.problem.message);
      return new Uint8Array(await made.value.arrayBuffer());
    },
    open: (file: File) => runner.openDetector(file),
  };
}

function asProblem(error: unknown): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: unexpectedProblem(error) };
}

/** Does what the address asks for, and keeps the address in step with the view and the settings. */
export function followAddress({ store, commands }: { store: StoreApi<State>; commands: Commands }): void {
  const { sample, settings, view } = readAddress(location.search, location.hash);
  commands.change(settings);
  if (view !== undefined) commands.show(view);
  if (sample !== undefined) commands.openSample(sample);
  addEventListener('hashchange', () => {
    const { view: wanted } = readAddress(location.search, location.hash);
    if (wanted !== undefined && wanted !== store.getState().view) commands.show(wanted);
  });
  store.subscribe((state, before) => {
    if (state.settings !== before.settings) showSettings(state);
    if (state.view !== before.view && location.hash !== `#/${state.view}`) location.hash = `/${state.view}`;
  });
}

function showSettings({ settings, analysis }: State): void {
  const by = 'log' in analysis && analysis.log.span === undefined ? 'lines' : 'time';
  const search = searchWithSettings(location.search, settings, by);
  if (search === location.search) return;
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}
