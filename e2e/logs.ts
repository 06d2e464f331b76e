import { auth } from '../cli/sample/kinds/auth.ts';
import { hdfs } from '../cli/sample/kinds/hdfs.ts';
import { sampleTexts } from '../cli/sample/published.ts';
import { CAUSES, type Cause } from '../src/core/detect/finding.ts';

/** A file as Playwright gives it to a file input, with its lines. */
export interface LogFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface PlantedAnomaly {
  readonly session: string;
  readonly cause: Cause;
  /** 1-based. */
  readonly line: number;
}

export function textFile(name: string, text: string): LogFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** A log of blocks in a storage cluster; 1,000 lines hold about 40 sessions, learnt in a few seconds. */
export function blockLog(name: string, lines: number, seed: number): LogFile {
  return textFile(name, sampleTexts({ kind: hdfs, options: { lines, anomalies: 0.02, seed } }).log);
}

/** The labels of such a log. */
export function blockLabels(name: string, lines: number, seed: number): LogFile {
  return textFile(name, sampleTexts({ kind: hdfs, options: { lines, anomalies: 0.02, seed } }).labels);
}

/** A log of logins: more and shorter sessions, learnt faster. */
export function loginLog(name: string, lines: number, seed: number): LogFile {
  return textFile(name, sampleTexts({ kind: auth, options: { lines, anomalies: 0.02, seed } }).log);
}

/** Jobs whose events say a lot, as tools do that print their whole command line. */
export function wordyLog(name: string): LogFile {
  const words = (event: string) =>
    Array.from({ length: 120 }, (_, index) => `--${event}.option${'abcdefgh'[index % 8]}`);
  const events = ['compile', 'link', 'test', 'publish'].map((event) => `${event} ${words(event).join(' ')}`);
  const lines = Array.from({ length: 60 }, (_, job) => {
    const order = job === 55 ? events.toReversed() : events;
    return order.map((event, step) => {
      const time = new Date(Date.UTC(2024, 2, 5, 10, job, step)).toISOString();
      return `${time} INFO [job-${1000 + job}] ${event}`;
    });
  });
  return textFile(name, lines.flat().join('\n'));
}

export function linesOf({ buffer }: LogFile): string[] {
  return buffer.toString('utf8').trimEnd().split('\n');
}

/** The anomalies in a label file: `id,label,cause,line`. */
export function plantedAnomalies(labels: string): PlantedAnomaly[] {
  return labels.split('\n').flatMap((row) => {
    const [session = '', , name, line] = row.split(',');
    const cause = CAUSES.find((known) => known === name);
    return cause ? [{ session, cause, line: Number(line) }] : [];
  });
}
