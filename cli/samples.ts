import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PUBLISHED_SAMPLES, sampleTexts } from './sample/published.ts';

const FOLDER = 'public/samples';
/** Offset of the operating system in a gzip header, and its value for "unknown". */
const SYSTEM = { offset: 9, unknown: 255 };

mkdirSync(FOLDER, { recursive: true });
for (const sample of PUBLISHED_SAMPLES) {
  const { log, labels } = sampleTexts(sample);
  // node writes no time into the header; without the system's name the file is the same everywhere
  const packed = gzipSync(log, { level: 9 });
  packed[SYSTEM.offset] = SYSTEM.unknown;
  writeFileSync(`${FOLDER}/${sample.kind.name}.log.gz`, packed);
  writeFileSync(`${FOLDER}/${sample.kind.name}.labels.csv`, labels);
  process.stdout.write(`${sample.kind.name}: ${sample.options.lines} lines, ${packed.length} bytes\n`);
}
