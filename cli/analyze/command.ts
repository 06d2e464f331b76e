import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { formatCount, formatSeconds } from '../../src/core/base/format.ts';
import type { Problem } from '../../src/core/report/problem.ts';
import type { ExportKind } from '../../src/engine/data.api.ts';
import { type AnalyzeRequest, HELP, readArguments } from './arguments.ts';
import { comparisonText } from './comparison-text.ts';
import { evaluationText } from './evaluation-text.ts';
import { pathProblem } from './node-source.ts';
import type { Analysis } from './run.ts';
import { summarise } from './summary.ts';

const EXPORTS: readonly (readonly [string, ExportKind])[] = [
  ['findings.jsonl', 'findings-jsonl'],
  ['findings.csv', 'findings-csv'],
  ['findings.parquet', 'findings-parquet'],
  ['templates.csv', 'templates-csv'],
  ['key_sequences.txt', 'key-sequences'],
  ['predictions.csv', 'predictions-csv'],
  ['structured.csv', 'structured-csv'],
  ['report.html', 'report-raw'],
  ['drain3_state.bin', 'drain3-state'],
  ['drain3_state.json', 'drain3-json'],
  ['seed_templates.yaml', 'seed-templates'],
  ['model.onnx', 'onnx'],
  ['model.zip', 'layers-model'],
];

/** Where a command reads and writes: those of the process, or of a test. */
export interface Streams {
  readonly input: () => Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** Called with what ends a stream as if its data had ended. */
  readonly onStop: (stop: () => void) => void;
}

/** The engine is loaded once there is something to do for it. @returns the exit status: 0 done, 1 bad input, 2 usage */
export async function runAnalyze(words: readonly string[], streams: Streams): Promise<number> {
  const parsed = readArguments(words);
  if (parsed.is === 'help') {
    streams.output.write(HELP);
    return 0;
  }
  if (parsed.is === 'wrong') {
    streams.errors.write(`${parsed.sentence}\n`);
    return 2;
  }
  const problem = await analyze(parsed.request, streams);
  if (problem === undefined) return 0;
  streams.errors.write(`${problem.message} ${problem.advice}\n`);
  return 1;
}

/** @returns what was wrong with a file */
async function analyze(request: AnalyzeRequest, streams: Streams): Promise<Problem | undefined> {
  const { stream, detector, settings } = request;
  const { output } = streams;
  const say = (text: string) => streams.errors.write(`${text}\n`);
  if (stream !== undefined && detector !== undefined) {
    const { runStream } = await import('./stream/run-stream.ts');
    const { marks, showHidden } = request;
    const { onStop } = streams;
    return runStream(
      { ...stream, detector, settings, marks, showHidden },
      { input: streams.input(), output, say, onStop },
    );
  }
  if (request.compare.length > 0 || request.compareAt !== undefined) {
    const { runComparison } = await import('./run-comparison.ts');
    const compared = await runComparison(request, say);
    if (!compared.ok) return compared.problem;
    output.write(request.json ? `${JSON.stringify(compared.value)}\n` : comparisonText(compared.value));
    return undefined;
  }
  const { runAnalysis } = await import('./run.ts');
  const outcome = await runAnalysis(request, say);
  if (!outcome.ok) return outcome.problem;
  const unwritten = await writeFiles(request, outcome.value);
  if (unwritten !== undefined) return unwritten;
  const summary = summarise(outcome.value);
  output.write(request.json ? `${JSON.stringify(summary)}\n` : report(outcome.value, summary));
  return undefined;
}

async function writeFiles(request: AnalyzeRequest, analysis: Analysis): Promise<Problem | undefined> {
  const { save, out } = request;
  const { engine, detector, weights } = analysis;
  const saved = [save, out === undefined ? undefined : join(out, 'detector.deeplog')];
  for (const path of saved) {
    const unwritten =
      path === undefined || detector === undefined ? undefined : await write(path, new Blob([detector]));
    if (unwritten !== undefined) return unwritten;
  }
  if (out === undefined) return undefined;
  for (const [name, kind] of EXPORTS) {
    const made = await engine.exportFile(kind, weights);
    const problem = made.ok ? await write(join(out, name), made.value) : made.problem;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function write(path: string, content: Blob): Promise<Problem | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content.stream());
    return undefined;
  } catch (error) {
    return pathProblem(path, 'written', error);
  }
}

const SHOWN_FINDINGS = 20;

function report(analysis: Analysis, summary: ReturnType<typeof summarise>): string {
  const { log, grouped, anomalies, shown, marked, drift } = analysis;
  const listed = shown.slice(0, SHOWN_FINDINGS).map(({ cause, reason }) => `  ${cause}: ${reason}`);
  const more = shown.length - listed.length;
  const hidden = marked.text(shown.length === anomalies.findings.length);
  const { seconds } = summary;
  const { evaluation } = anomalies;
  return [
    `${formatCount(log.lines)} lines, ${formatCount(grouped.templates.length)} templates, ${formatCount(summary.sessions)} sessions by ${summary.session.by}`,
    `${formatCount(shown.length)} sessions are unusual. ${anomalies.threshold.promise}`,
    ...(hidden === undefined ? [] : [`${hidden}.`]),
    ...listed,
    ...(more > 0 ? [`  and ${formatCount(more)} more; --out DIR writes them all`] : []),
    ...(drift === undefined ? [] : [drift.verdict.sentence]),
    ...(evaluation === undefined ? [] : evaluationText(evaluation)),
    `${formatSeconds(seconds.total)}, ${formatCount(summary.peakMemoryMiB)} MiB`,
    '',
  ].join('\n');
}
