import { formatCount, formatProbability, formatTime } from '../../core/base/format.ts';
import type { Finding } from '../../core/detect/finding.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { sentenceWithNames, type TemplateNames } from '../../core/report/template-names.ts';
import { type Html, html } from './html.ts';
import type { Redaction } from './redaction.ts';

const MOST_EXPECTED = 5;

/** One finding with what came, what was expected and its lines. */
export function findingSection(
  finding: Finding,
  index: number,
  lines: readonly RawLine[],
  { redaction, names }: { readonly redaction: Redaction; readonly names: TemplateNames },
): Html {
  const isRaw = redaction === 'raw';
  const name = isRaw ? finding.session : `Session ${index + 1}`;
  const cause = finding.cause.replace('-', ' ');
  return html`<section><h3>${name} <span class="cause">${cause}</span></h3>
<p>${sentenceWithNames(isRaw ? finding.reason : masked(finding), names)}</p>
<p class="place">${placeOf(finding, isRaw)}, score ${finding.score.toFixed(2)} nats, by ${finding.detector}</p>
${expected(finding, names)}${rawLines(lines, finding.line)}</section>`;
}

/** The sentence without what stands in the log but in no template. */
function masked({ key, template }: Finding): string {
  return key === -1 ? 'The session ended where it should not have.' : `It logged "${template}".`;
}

function placeOf({ line, timestamp, file }: Finding, isRaw: boolean): string {
  const when = Number.isNaN(timestamp) ? '' : `, ${formatTime(timestamp)}`;
  return `line ${formatCount(line)}${isRaw ? ` of ${file}` : ''}${when}`;
}

function expected({ expected: keys }: Finding, { byKey }: TemplateNames): Html | undefined {
  if (keys.length === 0) return undefined;
  const rows = keys
    .slice(0, MOST_EXPECTED)
    .map(
      ({ key, probability, template }) =>
        html`<li>${formatProbability(probability)} ${nameBefore(byKey.get(key))}<code>${template}</code></li>`,
    );
  return html`<p>Expected instead:</p><ul>${rows}</ul>`;
}

/** What a person calls the template that follows. */
export function nameBefore(name: string | undefined): Html | undefined {
  return name === undefined ? undefined : html`<b><bdi>${name}</bdi></b> `;
}

function rawLines(lines: readonly RawLine[], found: number): Html | undefined {
  if (lines.length === 0) return undefined;
  const rows = lines.map(({ line, text, cut, inSession }) => {
    const look = line === found ? 'found' : inSession ? 'own' : 'other';
    return html`<div class="${look}"><span>${formatCount(line)}</span> ${text}${cut ? ' ...' : ''}</div>`;
  });
  return html`<pre>${rows}</pre>`;
}
