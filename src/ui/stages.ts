import type { Analysis, State, View } from '../app/state.ts';
import { formatCount, formatNumberOf, formatShare } from '../core/base/format.ts';
import { parsedOf, scoredOf } from './analysis.ts';

/** One stage of the pipeline as the rail shows it. */
export interface Stage {
  readonly view: View;
  /** The accessible name of its link. */
  readonly name: string;
  /** What it holds, in a few words. */
  readonly note: string;
  readonly status: 'done' | 'busy' | 'waiting';
}

/** @param flagged sessions that are shown as unusual; all that were found where it is left out */
export function stagesOf(analysis: Analysis, flagged?: number, baseline?: State['baseline']): readonly Stage[] {
  return [
    data(analysis),
    templates(analysis),
    sessions(analysis),
    training(analysis),
    anomalies(analysis, flagged),
    workflow(analysis),
    compare(analysis, baseline),
    ...drift(analysis),
    { view: 'export', name: 'Export', note: 'detector, findings', status: scoredOf(analysis) ? 'done' : 'waiting' },
  ];
}

function data(analysis: Analysis): Stage {
  const stage = { view: 'data', name: 'Data' } as const;
  if (analysis.phase === 'reading') {
    return { ...stage, note: formatNumberOf(analysis.progress?.lines ?? 0, 'line'), status: 'busy' };
  }
  const log = parsedOf(analysis)?.log;
  if (!log) return { ...stage, note: 'no log', status: 'waiting' };
  return { ...stage, note: formatNumberOf(log.lines, 'line'), status: 'done' };
}

function templates(analysis: Analysis): Stage {
  const stage = { view: 'templates', name: 'Templates' } as const;
  const parsed = parsedOf(analysis);
  if (!parsed) return { ...stage, note: 'after reading', status: 'waiting' };
  if (parsed.templates.length === 0) return { ...stage, note: 'being found', status: 'busy' };
  return { ...stage, note: formatCount(parsed.templates.length), status: 'done' };
}

function sessions(analysis: Analysis): Stage {
  const stage = { view: 'sessions', name: 'Sessions' } as const;
  const parsed = parsedOf(analysis);
  if (!parsed) return { ...stage, note: 'after reading', status: 'waiting' };
  if (!parsed.sessions) return { ...stage, note: 'grouping lines', status: 'busy' };
  return {
    ...stage,
    note: `${formatCount(parsed.sessions.sessions)} by ${parsed.sessions.chosen.label}`,
    status: 'done',
  };
}

function workflow(analysis: Analysis): Stage {
  const stage = { view: 'workflow', name: 'Workflow' } as const;
  const parsed = parsedOf(analysis);
  if (!parsed) return { ...stage, note: 'after reading', status: 'waiting' };
  if (!parsed.sessions) return { ...stage, note: 'after grouping', status: 'waiting' };
  return { ...stage, note: 'steps of sessions', status: 'done' };
}

function compare(analysis: Analysis, baseline: State['baseline']): Stage {
  const stage = { view: 'compare', name: 'Compare' } as const;
  if (baseline === undefined) return { ...stage, note: 'with another log', status: 'waiting' };
  if (baseline.isOpenLog) return { ...stage, note: 'baseline kept', status: 'waiting' };
  const isReady = parsedOf(analysis)?.sessions !== undefined;
  return { ...stage, note: `with ${baseline.summary.name}`, status: isReady ? 'done' : 'waiting' };
}

/** Only where a detector file judges the log. */
function drift(analysis: Analysis): readonly Stage[] {
  const isJudged = scoredOf(analysis)?.model.end === 'detector';
  return isJudged ? [{ view: 'drift', name: 'Drift', note: 'against training', status: 'done' }] : [];
}

function training(analysis: Analysis): Stage {
  const stage = { view: 'training', name: 'Training' } as const;
  if (analysis.phase === 'training') {
    const last = analysis.epochs.at(-1);
    const note = last ? `epoch ${last.epoch}, loss ${last.trainLoss.toFixed(2)}` : 'starting';
    return { ...stage, note, status: analysis.activity === 'scoring' ? 'done' : 'busy' };
  }
  const model = scoredOf(analysis)?.model;
  if (!model) return { ...stage, note: 'not trained', status: 'waiting' };
  if (model.end === 'detector') return { ...stage, note: 'by the detector', status: 'done' };
  const best = model.epochs.find((epoch) => epoch.epoch === model.bestEpoch);
  const loss = best ? `loss ${best.trainLoss.toFixed(2)}, ` : '';
  return { ...stage, note: `${loss}${formatNumberOf(model.epochs.length, 'epoch')}`, status: 'done' };
}

function anomalies(analysis: Analysis, flagged: number | undefined): Stage {
  const stage = { view: 'anomalies', name: 'Anomalies' } as const;
  if (analysis.phase === 'training' && analysis.activity === 'scoring') {
    return { ...stage, note: `${formatShare(analysis.scored)} scored`, status: 'busy' };
  }
  if (analysis.phase === 'training' && analysis.before) {
    return {
      ...stage,
      note: `${formatNumberOf(analysis.before.anomalies.findings.length, 'session')}, out of date`,
      status: 'waiting',
    };
  }
  const report = scoredOf(analysis)?.anomalies;
  if (!report) return { ...stage, note: 'after training', status: 'waiting' };
  return { ...stage, note: formatNumberOf(flagged ?? report.findings.length, 'session'), status: 'done' };
}
