/**
 * The Content Security Policy of the product: nothing is loaded from, and nothing is sent to, another origin.
 * `wasm-unsafe-eval` is what compiling WebAssembly needs; `blob:` workers inherit the policy of the page.
 */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'worker',
} as const;

type Policy = Readonly<Record<string, string>>;

const policyText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

const headersWith = (policy: Policy): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policyText(policy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
});

/** Every response of the production build carries these; sent as headers because a `<meta>` policy does not bind network-loaded workers. */
export const SECURITY_HEADERS = headersWith(POLICY);

/** The development server's: Vite's hot reload needs inline scripts and styles. */
export const DEVELOPMENT_HEADERS = headersWith({
  ...POLICY,
  'script-src': `${POLICY['script-src']} 'unsafe-inline'`,
  'style-src': `${POLICY['style-src']} 'unsafe-inline'`,
});

/** For a `<meta>` in the built page, so that hosts without headers are locked too; browsers refuse `frame-ancestors` there. */
export function metaPolicy(): string {
  const { 'frame-ancestors': _, ...policy } = POLICY;
  return policyText(policy);
}
