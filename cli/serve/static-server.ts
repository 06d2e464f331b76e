import { realpathSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SECURITY_HEADERS } from '../security-headers.ts';

const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.log': 'text/plain; charset=utf-8',
};
const BINARY_TYPES: Readonly<Record<string, string>> = {
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  // A packed log is handed out as it is: without Content-Encoding the browser does not unpack it.
  '.gz': 'application/gzip',
};

/** Serves the files below `folder`, and nothing else, with the security headers on every response. */
export function createStaticServer(folder: string): Server {
  const root = realpathSync(folder);
  const packed = new Map<string, Buffer>();
  return createServer((request, response) => {
    respond(root, packed, request, response).catch((error: unknown) => {
      process.stderr.write(`${request.url}: ${error instanceof Error ? error.message : error}\n`);
      if (response.headersSent) response.destroy();
      else sendSentence(response, 500, 'The server could not read this file.');
    });
  });
}

async function respond(
  root: string,
  packed: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendSentence(response, 405, 'This server only hands out files.');
    return;
  }
  const path = await find(root, request.url ?? '/');
  if (!path) {
    sendSentence(response, 404, 'There is no such page here. Deeplog opens at /.');
    return;
  }
  const extension = extname(path);
  const textType = TEXT_TYPES[extension];
  const hashed = path.startsWith(join(root, 'assets') + sep);
  response.setHeader('Content-Type', textType ?? BINARY_TYPES[extension] ?? 'application/octet-stream');
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  let body: Buffer = await readFile(path);
  if (textType || extension === '.wasm') {
    response.setHeader('Vary', 'Accept-Encoding');
    if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) {
      response.setHeader('Content-Encoding', 'gzip');
      body = pack(packed, path, body, hashed);
    }
  }
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Files with a hash in their name never change, so they are compressed once. */
function pack(packed: Map<string, Buffer>, path: string, body: Buffer, hashed: boolean): Buffer {
  const known = packed.get(path);
  if (known) return known;
  const result = gzipSync(body);
  if (hashed) packed.set(path, result);
  return result;
}

/** Path of the file that a request asks for, `undefined` where there is none or where it lies outside `root`. */
async function find(root: string, url: string): Promise<string | undefined> {
  const pathname = decodedPath(url);
  if (pathname === undefined) return undefined;
  try {
    const path = await realpath(join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!path.startsWith(root + sep)) return undefined;
    return (await stat(path)).isFile() ? path : undefined;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}

/** `undefined` for what is not a path: broken escapes and NUL. */
function decodedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.includes('\0') ? undefined : path;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${sentence}\n`);
}
