import { readdirSync, readFileSync } from 'node:fs';

/** What the browser loads before anything is clicked: all that the built page names. */
function firstLoad() {
  const page = readFileSync('dist/index.html', 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => `dist/${file}`);
  if (named.length === 0) throw new Error('dist/index.html names no script: is it built?');
  return ['dist/index.html', ...named];
}

const allScripts = readdirSync('dist', { recursive: true })
  .filter((file) => file.endsWith('.js'))
  .map((file) => `dist/${file}`);

export default [
  { name: 'first load', path: firstLoad(), limit: '250 kB', gzip: true },
  { name: 'all scripts', path: allScripts, limit: '900 kB', gzip: true },
];
