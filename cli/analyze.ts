import { createReadStream, fstatSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { formatCount, formatSeconds } from '../src/core/base/format.ts';
import type { Problem } from '../src/core/report/problem.ts';
import type { ExportKind } from '../src/engine/data.api.ts';
import { type AnalyzeRequest, HELP, readArguments } from './analyze/arguments.ts';
import { comparisonText } from './analyze/comparison-text.ts';
import { evaluationText } from './analyze/evaluation-text.ts';
import { pathProblem } from './analyze/node-source.ts';
import type { Analysis } from './analyze/run.ts';
import { summarise } from './analyze/summary.ts';

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

/** The engine is loaded once there is something to do for it. @returns the exit status: 0 done, 1 bad input, 2 usage */
async function main(words: readonly string[]): Promise<number> {
  const parsed = readArguments(words);
  if (parsed.is === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (parsed.is === 'wrong') {
    process.stderr.write(`${parsed.sentence}\n`);
    return 2;
  }
  return analyze(parsed.request);
}

async function analyze(request: AnalyzeRequest): Promise<number> {
  const { stream, detector, settings } = request;
  if (stream !== undefined && detector !== undefined) {
    const { runStream } = await import('./analyze/stream/run-stream.ts');
    const { marks, showHidden } = request;
    const problem = await runStream({ ...stream, detector, settings, marks, showHidden }, standardStreams());
    return problem === undefined ? 0 : fail(problem);
  }
  const { runAnalysis, runComparison } = await import('./analyze/run.ts');
  if (request.compare.length > 0) {
    const compared = await runComparison(request, (text) => process.stderr.write(`${text}\n`));
    if (!compared.ok) return fail(compared.problem);
    process.stdout.write(request.json ? `${JSON.stringify(compared.value)}\n` : comparisonText(compared.value));
    return 0;
  }
  const outcome = await runAnalysis(request, (text) => process.stderr.write(`${text}\n`));
  if (!outcome.ok) return fail(outcome.problem);
  const unwritten = await writeFiles(request, outcome.value);
  if (unwritten !== undefined) return fail(unwritten);
  const summary = summarise(outcome.value);
  process.stdout.write(request.json ? `${JSON.stringify(summary)}\n` : report(outcome.value, summary));
  return 0;
}

/** Of a file, at a time. */
const BLOCK_BYTES = 1024 * 1024;

/** A file that stands for standard input is read in larger blocks than Node does by itself. */
function standardInput(): Readable {
  const isFile = fstatSync(0).isFile();
  return isFile ? createReadStream('', { fd: 0, autoClose: false, highWaterMark: BLOCK_BYTES }) : process.stdin;
}

function standardStreams() {
  const { stdout, stderr } = process;
  const onStop = (stop: () => void) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    // Whoever read the findings has enough.
    stdout.once('error', stop);
  };
  return { input: standardInput(), output: stdout, say: (text: string) => stderr.write(`${text}\n`), onStop };
}

function fail({ message, advice }: Problem): number {
  process.stderr.write(`${message} ${advice}\n`);
  return 1;
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

process.exitCode = await main(process.argv.slice(2));
