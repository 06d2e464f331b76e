const NAMESPACE = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number>>;

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

/** Text around the middle of its line. */
export function svgText(text: string, attributes: Attributes): SVGTextElement {
  const written = svgElement('text', { 'dominant-baseline': 'middle', ...attributes });
  written.textContent = text;
  return written;
}
