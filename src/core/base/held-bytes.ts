/** Bytes of all array buffers that can be reached from `root` through its properties, each counted once; text is not counted, nor what only closures hold. */
export function heldBytes(root: unknown): number {
  const seen = new Set<object>();
  const waiting: unknown[] = [root];
  let bytes = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer) bytes += value.byteLength;
    else if (ArrayBuffer.isView(value)) waiting.push(value.buffer);
    else for (const element of elementsOf(value)) waiting.push(element);
  }
  return bytes;
}

function elementsOf(value: object): unknown[] {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return [...value];
  // A list is of one kind; one of names or numbers holds no buffer, however long it is.
  if (Array.isArray(value)) return typeof value[0] === 'string' || typeof value[0] === 'number' ? [] : value;
  return Object.values(value);
}
