import { HELP, readSampleArguments } from './sample/arguments.ts';
import { type GenerateOptions, generateLog } from './sample/generate.ts';
import { LABEL_HEADER, labelRow } from './sample/label-row.ts';
import type { LogKind } from './sample/log-kind.ts';
import { TextFile } from './sample/text-file.ts';

function write(kind: LogKind, options: GenerateOptions, out: string): void {
  const log = new TextFile(out);
  const labels = new TextFile(`${out}.labels.csv`);
  labels.line(LABEL_HEADER);
  generateLog(kind, options, { line: (text) => log.line(text), label: (label) => labels.line(labelRow(label)) });
  log.close();
  labels.close();
}

/** @returns the exit status: 0 done, 1 the files could not be written, 2 usage */
function main(words: readonly string[]): number {
  const request = readSampleArguments(words);
  switch (request.is) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'wrong':
      process.stderr.write(`${request.sentence}\n`);
      return 2;
    case 'generate':
      try {
        write(request.kind, request.options, request.out);
        return 0;
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        process.stderr.write(`${request.out} cannot be written: ${error.message}.\n`);
        return 1;
      }
  }
}

process.exitCode = main(process.argv.slice(2));
