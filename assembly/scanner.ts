import { ByteArray, IntArray, newBytes, newDoubles, newInts } from './arrays';
import { ContentKernel } from './content-kernel';
import { HeaderKernel, LAYOUT_KINDS } from './header-kernel';
import { IdentifierSink } from './identifier-sink';
import { LevelTable } from './level-table';
import { LineKernel } from './line-kernel';
import { RuleKernel } from './rule-kernel';
import { TimeHost } from './time-host';

/** Places where the host writes what the kernel has to find. The host calls `prepare`, fills them, then calls `start`. */
let input: ByteArray = newBytes(0);
let layout: IntArray = newInts(0);
let rules: IntArray = newInts(0);
let literals: ByteArray = newBytes(0);
let columnRules: IntArray = newInts(0);
const levels: LevelTable = new LevelTable();
const host: TimeHost = new TimeHost();
let sink: IdentifierSink = new IdentifierSink(0);
let content: ContentKernel = new ContentKernel(new RuleKernel(0, rules, literals, sink));
let lines: LineKernel = newKernel(0, 0, 0);

export function prepare(inputBytes: i32, columns: i32, tokenRules: i32, literalBytes: i32, columnPairs: i32): void {
  input = newBytes(inputBytes);
  layout = newInts(LAYOUT_KINDS + columns);
  rules = newInts(4 * tokenRules);
  literals = newBytes(literalBytes);
  columnRules = newInts(2 * columnPairs);
}

export function start(columns: i32, tokenRules: i32, allRules: i32): void {
  lines = newKernel(columns, tokenRules, allRules);
}

function newKernel(columns: i32, tokenRules: i32, allRules: i32): LineKernel {
  sink = new IdentifierSink(allRules);
  const ruleKernel = new RuleKernel(tokenRules, rules, literals, sink);
  content = new ContentKernel(ruleKernel);
  const header = new HeaderKernel(columns, layout, levels, host, newDoubles(1));
  return new LineKernel(header, ruleKernel, content, sink, columnRules);
}

export function scan(to: i32, offset: i32): void {
  lines.scan(input, 0, to, offset);
}

export function clear(): void {
  lines.clear();
}

export function inputAt(): usize {
  return changetype<usize>(input);
}
export function layoutAt(): usize {
  return changetype<usize>(layout);
}
export function rulesAt(): usize {
  return changetype<usize>(rules);
}
export function literalsAt(): usize {
  return changetype<usize>(literals);
}
export function columnRulesAt(): usize {
  return changetype<usize>(columnRules);
}
export function levelHashesAt(): usize {
  return changetype<usize>(levels.hashes);
}
export function levelSeveritiesAt(): usize {
  return changetype<usize>(levels.severities);
}
export function levelLettersAt(): usize {
  return changetype<usize>(levels.letters);
}
export function lessonAt(): usize {
  return changetype<usize>(host.lesson);
}

export function rows(): i32 {
  return lines.rows;
}
export function blankLines(): i32 {
  return lines.blankLines;
}
export function joinedLines(): i32 {
  return lines.joinedLines;
}
export function headerlessLines(): i32 {
  return lines.headerlessLines;
}
export function signatureAt(): usize {
  return changetype<usize>(lines.signature);
}
export function timeAt(): usize {
  return changetype<usize>(lines.time);
}
export function startAt(): usize {
  return changetype<usize>(lines.start);
}
export function severityAt(): usize {
  return changetype<usize>(lines.severity);
}
export function freshAt(): usize {
  return changetype<usize>(lines.fresh);
}
export function freshCount(): i32 {
  return lines.freshCount;
}
export function numbersAt(): usize {
  return changetype<usize>(content.numbers);
}
export function numberCount(): i32 {
  return content.numberCount;
}
export function sketchRegistersAt(): usize {
  return changetype<usize>(lines.sketches.registers);
}
export function sketchesAt(): usize {
  return changetype<usize>(lines.sketches.at);
}
export function sketchesDropped(): i32 {
  return lines.sketches.isDropped ? 1 : 0;
}
export function firstAt(): usize {
  return changetype<usize>(sink.first);
}
export function moreAt(): usize {
  return changetype<usize>(sink.more);
}
export function moreCount(): i32 {
  return sink.moreCount;
}
export function freshIdentifiersAt(): usize {
  return changetype<usize>(sink.fresh);
}
export function freshIdentifierCount(): i32 {
  return sink.freshCount;
}
