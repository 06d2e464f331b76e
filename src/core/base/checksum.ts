import { crc32 } from './crc32.ts';

/**
 * CRC-32 of plain data: what has been stored and comes back otherwise, or not whole, has another one. The order of an object's
 * fields does not count.
 *
 * @throws TypeError for what is no plain data
 */
export function checksum(data: unknown, before = 0): number {
  if (ArrayBuffer.isView(data)) {
    return crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), mark('view', data.byteLength, before));
  }
  if (Array.isArray(data)) {
    return data.reduce<number>((sum, each) => checksum(each, sum), mark('array', data.length, before));
  }
  switch (typeof data) {
    case 'number':
      return mark('number', data, before);
    case 'string':
      return textSum(data, before);
    case 'boolean':
    case 'undefined':
      return textSum(String(data), mark('word', 0, before));
    case 'object':
      return data === null ? mark('null', 0, before) : fieldSum(data, before);
    default:
      throw new TypeError(`A ${typeof data} is no plain data`);
  }
}

function fieldSum(data: object, before: number): number {
  const fields = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.reduce(
    (sum, [name, value]) => checksum(value, textSum(name, sum)),
    mark('object', fields.length, before),
  );
}

function textSum(text: string, before: number): number {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return crc32(new Uint8Array(units.buffer), mark('text', text.length, before));
}

const KINDS = ['view', 'array', 'number', 'word', 'null', 'object', 'text'] as const;

/** Kind and size come first, so that the same bytes in other places are other data. */
function mark(kind: (typeof KINDS)[number], size: number, before: number): number {
  return crc32(new Uint8Array(Float64Array.of(KINDS.indexOf(kind), size).buffer), before);
}
