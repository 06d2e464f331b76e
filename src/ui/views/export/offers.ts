import type { Download } from '../../../app/downloads.ts';
import type { State } from '../../../app/state.ts';
import { formatNumberOf } from '../../../core/base/format.ts';
import { parsedOf, scoredOf } from '../../analysis.ts';

/** A file that the page offers. */
export interface Offer {
  readonly kind: Download;
  readonly name: string;
  readonly text: string;
  /** Why it cannot be had now. */
  readonly missing: string | undefined;
}

export type ReportExport = Extract<Download, `report-${string}`>;

/** How much of the log's own text a report shows. */
export const REPORTS: readonly { readonly value: ReportExport; readonly text: string }[] = [
  { value: 'report-raw', text: 'lines as they are' },
  { value: 'report-masked', text: 'lines with their values masked' },
  { value: 'report-templates', text: 'templates only' },
];

export interface Offers {
  /** Why there is no report now. */
  readonly report: string | undefined;
  readonly groups: readonly { readonly title: string; readonly offers: readonly Offer[] }[];
}

export function offersOf({ analysis }: Pick<State, 'analysis'>): Offers {
  const scored = scoredOf(analysis);
  const parsed = parsedOf(analysis);
  const afterScoring = scored ? undefined : 'Available once the sessions are scored.';
  const afterReading = parsed ? undefined : 'Available once the log is read.';
  const findings = scored ? formatNumberOf(scored.anomalies.findings.length, 'flagged session') : 'Flagged sessions';
  const templates = parsed ? formatNumberOf(parsed.templates.length, 'template') : 'Templates';
  const groups = [
    {
      title: 'Results',
      offers: resultOffers(findings, afterScoring),
    },
    {
      title: 'For scripts of DeepLog',
      offers: [
        {
          kind: 'key-sequences',
          name: 'Key sequences',
          text: 'One session a line, its log keys as numbers. Key 1 is the first row of Templates CSV.',
          missing: afterReading,
        },
        {
          kind: 'predictions-csv',
          name: 'Predictions CSV',
          text: 'The same sessions, one a row: flagged or not, score and cause.',
          missing: afterScoring,
        },
      ],
    },
    {
      title: 'Detector and model',
      offers: [
        {
          kind: 'detector',
          name: 'Detector',
          text: 'Templates, session rule, model and threshold in one .deeplog file, to judge other logs with. No raw lines.',
          missing: afterScoring,
        },
        {
          kind: 'layers-model',
          name: 'TensorFlow.js model',
          text: 'The network for tf.loadLayersModel, with the templates of its symbols, as a zip archive.',
          missing: afterScoring,
        },
        {
          kind: 'onnx',
          name: 'ONNX model',
          text: 'The network for ONNX Runtime, in Python and elsewhere, with the templates of its symbols.',
          missing: afterScoring,
        },
      ],
    },
    {
      title: 'Templates and lines',
      offers: [
        {
          kind: 'templates-csv',
          name: 'Templates CSV',
          text: `${templates} with the number of lines of each.`,
          missing: afterReading,
        },
        {
          kind: 'structured-csv',
          name: 'Structured CSV',
          text: 'Every line with its template and parameters, as logparser writes it. For scripts: a spreadsheet may run some texts as formulas.',
          missing: afterReading,
        },
        {
          kind: 'drain3-state',
          name: 'Drain3 snapshot',
          text: `${templates} as Drain3 (Python) loads its state by default. It unpickles what it loads: give it files that you trust.`,
          missing: afterReading,
        },
        {
          kind: 'drain3-json',
          name: 'Drain3 as plain JSON',
          text: 'The same for snapshot_compress_state = False.',
          missing: afterReading,
        },
        {
          kind: 'seed-templates',
          name: 'Collector seed templates',
          text: `${templates} as YAML for the drain processor of the OpenTelemetry Collector.`,
          missing: afterReading,
        },
      ],
    },
  ] as const satisfies Offers['groups'];
  return { report: afterScoring, groups };
}

function resultOffers(findings: string, missing: string | undefined): readonly Offer[] {
  return [
    {
      kind: 'findings-csv',
      name: 'Findings CSV',
      text: `${findings}: cause, line, what came and what was expected, for a spreadsheet.`,
      missing,
    },
    {
      kind: 'findings-jsonl',
      name: 'Findings JSON Lines',
      text: `${findings}, one JSON object a line with all fields, for scripts.`,
      missing,
    },
    {
      kind: 'findings-parquet',
      name: 'Findings Parquet',
      text: `${findings}, as a table with types, for pandas, DuckDB and the like.`,
      missing,
    },
  ];
}
