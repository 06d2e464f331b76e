import type { AnomalyReport } from '../../src/core/report/anomaly-report.ts';
import type { Backend, EpochLog, KeyModelShape } from '../../src/core/sequence/key-model.ts';
import { driftSummary } from './drift-summary.ts';
import { evaluationSummary } from './evaluation-summary.ts';
import type { Analysis } from './run.ts';

export interface ModelSummary {
  readonly shape: KeyModelShape;
  readonly epochs: readonly EpochLog[];
  readonly bestEpoch: number;
  readonly backend: Backend;
  readonly windows: number;
  readonly distinctWindows: number;
}

/** BEGIN, END and UNKNOWN are symbols, but no keys. */
const MARKS = 3;

/** What `--json` prints; field names are relied on by scripts. */
export function summarise(analysis: Analysis) {
  const { log, grouped, anomalies, marked, model, seconds } = analysis;
  const { chosen, split } = grouped.sessions;
  const best = model.epochs[model.bestEpoch - 1];
  const { budget, candidates, probability, validationSessions, byLabels, promise } = anomalies.threshold;
  return {
    lines: log.lines,
    records: log.lines - log.blankLines - log.joinedLines,
    unparsed: log.classic?.unparsedLines ?? log.headerlessLines,
    templates: grouped.templates.length,
    sessions: grouped.sessions.sessions,
    openSessions: split.openAtEnd,
    session: { by: chosen.label, coverage: chosen.coverage, gainBits: chosen.gainBits },
    format: { header: log.header.text, encoding: log.encoding },
    ...(log.part === undefined ? {} : { part: log.part }),
    model: {
      history: model.shape.history,
      units: model.shape.units,
      layers: model.shape.layers,
      keys: model.shape.symbols - MARKS,
      epochs: model.epochs.length,
      trainLoss: best?.trainLoss ?? null,
      validationLoss: best?.validationLoss ?? null,
      backend: model.backend,
      distinctWindows: model.distinctWindows,
      windows: model.windows,
    },
    threshold: { budget, candidates, probability, validationSessions, ...(byLabels ? { byLabels: promise } : {}) },
    ...(anomalies.foretold === undefined ? {} : { foretold: anomalies.foretold }),
    flagged: anomalies.findings.length,
    ...(marked.marks.length === 0
      ? {}
      : { marks: { read: marked.marks.length, hiding: marked.hiding, hidden: marked.hidden } }),
    causes: countCauses(anomalies),
    ...(analysis.drift === undefined ? {} : { drift: driftSummary(analysis.drift) }),
    ...(anomalies.evaluation === undefined ? {} : evaluationSummary(anomalies.evaluation)),
    seconds: { ...seconds, total: seconds.read + seconds.mine + seconds.train + seconds.score },
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function countCauses({ findings }: AnomalyReport): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { cause } of findings) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return Object.fromEntries(counts);
}
