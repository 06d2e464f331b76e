import type { ExportKind } from '../engine/data.api.ts';

/** Files that a person can take away. */
export type Download = ExportKind | 'detector';

export const FILE_NAMES: Readonly<Record<Download, string>> = {
  detector: 'detector.deeplog',
  'findings-csv': 'findings.csv',
  'findings-parquet': 'findings.parquet',
  'findings-jsonl': 'findings.jsonl',
  'templates-csv': 'templates.csv',
  'key-sequences': 'key_sequences.txt',
  'predictions-csv': 'predictions.csv',
  'structured-csv': 'structured.csv',
  'drain3-state': 'drain3_state.bin',
  'drain3-json': 'drain3_state.json',
  'seed-templates': 'seed_templates.yaml',
  onnx: 'model.onnx',
  'layers-model': 'model.zip',
  'report-templates': 'report.html',
  'report-masked': 'report.html',
  'report-raw': 'report.html',
};
