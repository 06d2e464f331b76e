/** The directives of a policy, one a line, with that first which says where requests may go. */
export function policyLines(policy: string | undefined): readonly string[] {
  const directives = (policy ?? '').split(/;\s*/).filter((directive) => directive !== '');
  const isFirst = (directive: string) => directive.startsWith('connect-src');
  return [...directives.filter(isFirst), ...directives.filter((directive) => !isFirst(directive))];
}

/** @param served as `Commands.servedPolicy` gives it; undefined too while the server is asked */
export function policySource(served: string | null | undefined): string {
  if (typeof served === 'string') return 'The policy that the server sends with this page, and the browser enforces:';
  if (served === null) return 'The server sends no policy. The one that the page asks the browser to enforce itself:';
  return 'The server does not answer now. The policy that the page asks the browser to enforce:';
}
