import { changeMarks } from '../core/detect/marks/mark-book.ts';
import { NO_FILTER } from '../core/report/finding-filter.ts';
import type { LogReport } from '../core/report/log-report.ts';
import type { Problem } from '../core/report/problem.ts';
import type { Action } from './actions.ts';
import { fittingRule } from './fitting-rule.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { learningAfter, withLearning } from './learning-state.ts';
import { noted } from './noted-templates.ts';
import { withRun } from './runs.ts';
import { groupedAs } from './stages.ts';
import type { Analysis, Parsed, Scored, Settings, State, Viewer } from './state.ts';

/** Sessions and keys of templates are others after this. */
const NOTHING_SELECTED = { selected: undefined, selectedTemplate: undefined, filter: NO_FILTER };

/** The only place where state changes. An action that does not fit the phase, such as one of a run that ended, changes nothing. */
export function reduce(before: State, action: Action): State {
  const state = withLearning(before, learningAfter(before, action));
  switch (action.type) {
    case 'settings':
      return { ...state, settings: { ...state.settings, ...action.settings } };
    case 'view':
      return { ...state, view: action.view, following: false };
    case 'selected':
      return { ...state, selected: action.session };
    case 'template-selected':
      return { ...state, selectedTemplate: action.key };
    case 'viewer':
      return { ...state, viewer: { ...state.viewer, ...action.viewer } };
    case 'trial':
    case 'versions':
      return state;
    case 'marks':
      return { ...state, marks: changeMarks(state.marks, action.change) };
    case 'filter':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'labels':
      return withLabels(state, action.labels);
    case 'baseline':
      return { ...state, baseline: action.baseline && { summary: action.baseline, isOpenLog: true } };
    case 'template-notes':
      return { ...state, templateNotes: action.notes, analysis: noted(state.analysis, action.notes) };
    case 'start-templates':
      return { ...state, startTemplates: action.from };
    case 'detector':
      return { ...state, detector: action.detector };
    case 'problem':
      return { ...state, problem: action.problem };
    case 'network':
      return { ...state, network: action.network };
    case 'offers':
      return { ...state, offers: action.offers };
    case 'recent':
      return { ...state, recent: action.recent };
    case 'newer-version':
      return { ...state, newerVersion: action.waits };
    case 'closed':
      return close(state);
    case 'ended':
      return end(state, action.problem);
    case 'reading':
      return startReading(state, action.names);
    case 'read':
      return read(state, action);
    case 'grouped':
      return grouped(state, action);
    case 'scored':
      return showResult(keepRun(found(state, action), state));
    case 'detected':
      return found(state, action);
    default:
      return { ...state, analysis: advance(state.analysis, action) };
  }
}

function read(state: State, action: Progress & { readonly type: 'read' }): State {
  const now = {
    ...state,
    analysis: advance(state.analysis, action),
    settings: settingsFor(state.settings, action.log),
    shownBy: INITIAL_STATE.shownBy,
    runs: [],
    baseline: withoutLog(state.baseline),
    ...NOTHING_SELECTED,
    viewer: fromTheTop(state.viewer),
  };
  return followAnew(now, state);
}

function close(state: State): State {
  const { settings, detector, network, offers, recent, newerVersion, marks, templateNotes } = state;
  const kept = { settings, detector, network, offers, recent, newerVersion, marks, templateNotes };
  return { ...INITIAL_STATE, ...kept, baseline: withoutLog(state.baseline) };
}

function withLabels(state: State, labels: State['labels']): State {
  const settings = { ...state.settings, chooseByLabels: false };
  // One about labels before these goes.
  const problem = labels === undefined ? state.problem : undefined;
  return { ...state, labels, settings, problem };
}

function grouped(state: State, action: Progress & { readonly type: 'grouped' }): State {
  const analysis = advance(state.analysis, action);
  if (analysis === state.analysis) return state;
  return { ...state, analysis, shownBy: { sessions: state.settings, findings: undefined }, ...NOTHING_SELECTED };
}

function found(state: State, action: Progress & { readonly type: 'scored' | 'detected' }): State {
  const analysis = advance(state.analysis, action);
  if (analysis === state.analysis) return state;
  return { ...state, analysis, shownBy: { ...state.shownBy, findings: state.settings } };
}

/** A model that was trained here can be compared with those before it. */
function keepRun(state: State, before: State): State {
  const { analysis, runs, settings } = state;
  if (state === before || analysis.phase !== 'scored' || analysis.model.end === 'detector') return state;
  return { ...state, runs: withRun(runs, analysis.model, settings) };
}

/** The header may have other columns than before. */
function settingsFor(settings: Settings, { header }: LogReport): Settings {
  return { ...settings, sessionRule: fittingRule(settings.sessionRule, header.columns) };
}

/** Another log is looked at from its first line. */
function fromTheTop(viewer: Viewer): Viewer {
  return { ...viewer, goTo: { line: 1 }, sessionOnly: false };
}

/** Opens the most surprising finding, unless the person is looking at something else. */
function showResult(state: State): State {
  const { analysis, following, view } = state;
  const first = analysis.phase === 'scored' ? analysis.anomalies.findings[0]?.session : undefined;
  return { ...state, view: following ? 'anomalies' : view, selected: state.selected ?? first };
}

function startReading(state: State, names: readonly string[]): State {
  const analysis: Analysis = { phase: 'reading', names, progress: undefined, before: settled(state.analysis) };
  return { ...state, analysis, problem: undefined };
}

/** A log that takes the place of another is looked at from its beginning; a view that the address asked for stays, and so does the comparison. */
function followAnew(state: State, { analysis }: State): State {
  const first = analysis.phase === 'reading' && analysis.before.phase === 'empty';
  return first || state.view === 'compare' ? state : { ...state, view: 'data', following: true };
}

function end(state: State, problem: Problem | undefined): State {
  const analysis = settled(state.analysis);
  if (analysis.phase === 'empty' && problem !== undefined)
    return { ...state, analysis: { phase: 'failed', problem }, problem };
  const settings = settingsOf(analysis, state);
  // Expressions that failed are there to be mended.
  const { parsing } = problem === undefined ? settings : state.settings;
  const { ways } = state.settings;
  return { ...state, analysis, settings: { ...settings, parsing, ways }, problem };
}

/** Those that made what is on screen; where there is nothing yet, the ones that are chosen stay. */
function settingsOf({ phase }: Analysis, { settings, shownBy: { sessions, findings } }: State): Settings {
  if (phase === 'scored' && findings !== undefined) return findings;
  return phase === 'parsed' && sessions !== undefined ? groupedAs(sessions, settings) : settings;
}

/** A baseline whose log makes room for another. */
function withoutLog(baseline: State['baseline']): State['baseline'] {
  return baseline && { ...baseline, isOpenLog: false };
}

/** Lines without sessions are no analysis: grouping is part of reading. */
function isUngrouped(analysis: Analysis): boolean {
  return analysis.phase === 'parsed' && analysis.sessions === undefined;
}

/** The last state in which nothing was running. */
function settled(analysis: Analysis): Analysis {
  if (analysis.phase === 'reading') return analysis.before;
  if (analysis.phase === 'failed' || isUngrouped(analysis)) return { phase: 'empty' };
  if (analysis.phase !== 'training') return analysis;
  return analysis.before === undefined ? { phase: 'parsed', ...parsedOf(analysis) } : scored(analysis, analysis.before);
}

type Progress = Exclude<
  Action,
  {
    readonly type:
      | 'settings'
      | 'view'
      | 'selected'
      | 'template-selected'
      | 'viewer'
      | 'marks'
      | 'trial'
      | 'versions'
      | 'filter'
      | 'labels'
      | 'template-notes'
      | 'start-templates'
      | 'detector'
      | 'problem'
      | 'network'
      | 'baseline'
      | 'offers'
      | 'closed'
      | 'ended'
      | 'reading';
  }
>;

function advance(analysis: Analysis, action: Progress): Analysis {
  switch (analysis.phase) {
    case 'reading':
      if (action.type === 'read-progress') return { ...analysis, progress: action.progress };
      if (action.type === 'read') return { phase: 'parsed', log: action.log, templates: [], sessions: undefined };
      return analysis;
    case 'parsed':
    case 'scored':
      return advanceParsed(analysis, action);
    case 'training':
      return advanceTraining(analysis, action);
    default:
      return analysis;
  }
}

function advanceParsed(analysis: Analysis & Parsed & { phase: 'parsed' | 'scored' }, action: Progress): Analysis {
  const before = analysis.phase === 'scored' ? { model: analysis.model, anomalies: analysis.anomalies } : undefined;
  switch (action.type) {
    case 'grouped':
      return { phase: 'parsed', log: analysis.log, ...action.grouped };
    case 'training':
      return { ...startTraining(analysis, action.windows, action.distinctWindows), before };
    case 'scored':
      return scored(analysis, action.result);
    case 'detected':
      return before === undefined ? analysis : scored(analysis, { ...before, anomalies: action.anomalies });
    default:
      return analysis;
  }
}

function advanceTraining(analysis: Analysis & { phase: 'training' }, action: Progress): Analysis {
  switch (action.type) {
    case 'grouped':
      return { phase: 'parsed', log: analysis.log, ...action.grouped };
    case 'backend':
      return { ...analysis, backend: action.backend, activity: 'training' };
    case 'epoch':
      return { ...analysis, epochs: [...analysis.epochs, action.log] };
    case 'interrupted':
      return {
        ...analysis,
        epochs: action.epochs ?? analysis.epochs,
        interruptions: [...analysis.interruptions, action.interruption],
      };
    case 'activity':
      return { ...analysis, activity: action.activity };
    case 'learning-values':
      return { ...analysis, activity: 'values', learntValues: action.share };
    case 'scoring':
      return { ...analysis, activity: 'scoring', scored: action.share };
    case 'scored': {
      const model = { ...action.result.model, interruptions: analysis.interruptions };
      return scored(analysis, { ...action.result, model });
    }
    case 'training':
      return { ...startTraining(analysis, action.windows, action.distinctWindows), before: analysis.before };
    default:
      return analysis;
  }
}

function startTraining(parsed: Parsed, windows: number, distinctWindows: number): Analysis & { phase: 'training' } {
  return {
    phase: 'training',
    ...parsedOf(parsed),
    backend: undefined,
    epochs: [],
    interruptions: [],
    windows,
    distinctWindows,
    activity: 'starting',
    learntValues: 0,
    scored: 0,
    before: undefined,
  };
}

const scored = (parsed: Parsed, result: Scored): Analysis => ({ phase: 'scored', ...parsedOf(parsed), ...result });

const parsedOf = ({ log, templates, sessions, unnamedLines }: Parsed): Parsed => ({
  log,
  templates,
  sessions,
  unnamedLines,
});
