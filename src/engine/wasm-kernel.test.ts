import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { scannerFile } from '../../cli/wasm/scanner-file.ts';
import { detectHeader } from '../core/scan/detect-header.ts';
import type { HeaderFormat } from '../core/scan/header-format.ts';
import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import { type NewScanKernel, newPlainKernel } from '../core/scan/scan-kernel.ts';
import { wasmKernel } from './wasm-kernel.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
let inWasm: NewScanKernel;

beforeAll(async () => {
  inWasm = wasmKernel(new WebAssembly.Module(readFileSync(await scannerFile())));
}, 180_000);

const RULES: readonly IdentifierRule[] = [
  { kind: 'token', before: '', prefix: 'blk_', body: 'number' },
  { kind: 'token', before: '', prefix: '', body: 'uuid' },
  { kind: 'token', before: 'id=', prefix: '', body: 'hex' },
  { kind: 'token', before: 'user:', prefix: '', body: 'word' },
  { kind: 'column', column: 1, name: 'pid' },
];

const HEADERS: readonly HeaderFormat[] = [
  '2024-01-01 10:00:00,123 INFO [main] org.x.Y: up',
  '081109 203518 143 INFO dfs.DataNode$PacketResponder: ended',
  'Jun 14 15:16:01 combo sshd(pam_unix)[19939]: check pass; user unknown',
  '20171223-22:15:29:606|Step_LSC|30002312|changed 3579',
  '- 1117838570 2005.06.03 R02-M1 2005-06-03-15.42.50.675872 RAS KERNEL INFO 63543 double-hummer',
  'no header at all',
].map((line) => detectHeader(new Array(20).fill(line)));

const LINES = [
  '2024-01-01 10:00:00,123 INFO [main] org.x.Y: block blk_-17 took 3.5 ms id=deadbeef12',
  '2024-01-01 10:00:01,9 WARN [x-1] org.x.Y: d54b44eb-2d1a-abcd-ba6b-074d35f8f12c user: bob7',
  '2024-01-02 00:00:00 PM error (x) y',
  '081109 203518 143 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38865049064139660',
  'Jun 14 15:16:01 combo sshd(pam_unix)[19939]: check pass; user unknown',
  'Jul  4 05:06:07 combo kernel: klogd 1.4.1, log source = /proc/kmsg started.',
  '20171223-22:15:29:606|Step_LSC|30002312|changed 3579',
  '- 1117838570 2005.06.03 R02-M1 2005-06-03-15.42.50.675872 RAS KERNEL INFO 63543 double-hummer',
  '   at java.net.Socket(Socket.java:12)',
  '',
  '-',
  '1 -2 (-3) 12345678901234567890 0.0001 1.2.3',
];

function scan(bytes: Uint8Array, header: HeaderFormat, newKernel: NewScanKernel) {
  const scanner = new LogScanner({ header, identifiers: RULES, decode: (part) => decoder.decode(part), newKernel });
  scanner.beginFile('log', bytes.length);
  scanner.push(bytes);
  return scanner.finish();
}

const line = fc.oneof(
  fc.constantFrom(...LINES),
  fc.string({ maxLength: 30 }),
  fc.constantFrom('\0', 'ä€ 7', 'x'.repeat(70_000)),
);
const log = fc.oneof(
  fc.array(line, { maxLength: 30 }).map((lines) => encoder.encode(lines.join('\n'))),
  fc.uint8Array({ maxLength: 300 }),
);

test('in WebAssembly it finds what it finds without', () => {
  fc.assert(
    fc.property(log, fc.constantFrom(...HEADERS), (bytes, header) => {
      expect(scan(bytes, header, inWasm)).toEqual(scan(bytes, header, newPlainKernel));
    }),
    { numRuns: 400 },
  );
});

test('it does so beyond its first memory: many rows, many signatures, many identifiers', () => {
  const lines = Array.from(
    { length: 90_000 },
    (_, i) => `${'abcdefgh'[i % 8]}${'xyz'[i % 3]} w${'q'.repeat(i % 400)} blk_${i} ${i}`,
  );
  const bytes = encoder.encode(lines.join('\n'));
  const header = HEADERS[5] as HeaderFormat;
  const found = scan(bytes, header, inWasm);
  expect(found).toEqual(scan(bytes, header, newPlainKernel));
  expect(found.identifiers[0]?.ids).toHaveLength(90_000);
});
