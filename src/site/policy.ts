/** The Content-Security-Policy of a page: nothing but what the site itself serves. */

/** Stands in the page where the policy goes once its style block and scripts are known. */
export const POLICY_MARK = '%policy%';

/**
 * The policy as a `<meta>` value. `'wasm-unsafe-eval'` and `worker-src` are for Pagefind alone, which runs compiled code from this
 * site to search; https://pagefind.app/docs/hosting/#content-security-policy-csp. `data:` is for the icon, which stands in the page.
 *
 * @param hashes the `'sha256-…'` sources of the page's style blocks and of its inline scripts.
 */
export const contentSecurityPolicy = ({ styles, scripts }: { styles: readonly string[]; scripts: readonly string[] }): string =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(scripts)].join(' '),
    `style-src ${[...new Set(styles)].join(' ') || "'none'"}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
