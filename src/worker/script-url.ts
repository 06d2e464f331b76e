interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

declare global {
  /** Missing in browsers without Trusted Types, which take plain strings. */
  var trustedTypes: TrustedTypesFactory | undefined;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * What the page's policy takes as the address of a script that starts a thread. Each thread has a policy of its own, and may make
 * it once.
 *
 * @throws TypeError if `url`, an absolute one, is of another origin
 */
export function scriptUrl(url: string): string {
  const rules: ScriptUrlPolicy = { createScriptURL: ownScript };
  policy ??= globalThis.trustedTypes?.createPolicy('worker', rules) ?? rules;
  return policy.createScriptURL(url);
}

function ownScript(url: string): string {
  const { origin } = new URL(url);
  if (origin !== location.origin) throw new TypeError(`A script must come from this origin, not from ${origin}`);
  return url;
}
