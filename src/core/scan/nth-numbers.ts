import type { PackedBlock } from '../base/packed-column.ts';
import type { ScannedLog } from './scanned-log.ts';

/**
 * One of the plain numbers of each line, in line order.
 *
 * @param nthOf shape [signatures]: which number of a line with the signature, from 0; -1 for lines that are passed over
 */
export function nthNumbers(
  { signature, signatures, numbers }: Pick<ScannedLog, 'signature' | 'signatures' | 'numbers'>,
  nthOf: Int32Array,
): Float32Array {
  const perLine = Int32Array.from(signatures, (one) => one.numbers);
  const found = new Float32Array(
    signatures.reduce((sum, { count }, index) => ((nthOf[index] as number) < 0 ? sum : sum + count), 0),
  );
  let used = 0;
  let block = -1;
  let rowsLeft = 0;
  let at = 0;
  signature.each((number) => {
    if (rowsLeft === 0) {
      rowsLeft = (signature.blocks[++block] as PackedBlock).rows;
      at = 0;
    }
    rowsLeft--;
    if (number < 0) return;
    const nth = nthOf[number] as number;
    if (nth >= 0) found[used++] = numbers[block]?.[at + nth] ?? Number.NaN;
    at += perLine[number] as number;
  });
  return found;
}
