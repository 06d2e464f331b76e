import scannerUrl from 'virtual:scanner.wasm?url';

/** The scanner compiled to WebAssembly. Where it cannot be had the plain one takes its place: it gives the same rows. */
export async function loadScanner(): Promise<WebAssembly.Module | undefined> {
  try {
    const response = await fetch(scannerUrl);
    return response.ok ? await WebAssembly.compile(await response.arrayBuffer()) : undefined;
  } catch (error) {
    if (error instanceof TypeError || error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
}
