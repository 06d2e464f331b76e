const GZIP_MAGIC = [0x1f, 0x8b];

const names = new WeakMap<File, string>();

/** The name of the sample that a file is; undefined for other files. */
export function sampleOf(file: File): string | undefined {
  return names.get(file);
}

/** Loads a sample that ships with the page, as the file a person would have dropped. */
export async function fetchSample(name: string): Promise<File> {
  const response = await fetch(`samples/${name}.log.gz`);
  if (!response.ok) throw new Error(`The sample ${name} is not there: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some hosts send .gz files as encoded content, which the browser has unpacked already.
  const packed = GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
  const file = new File([packed ? await gunzip(bytes) : bytes], `${name}.log`);
  names.set(file, name);
  return file;
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}
