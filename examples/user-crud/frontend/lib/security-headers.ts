// Sent with every answer of Next. Read when next.config.ts is: by `next build`, and by `next dev`.

type Header = { key: string; value: string }

function contentSecurityPolicy(isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    // Next starts its pages with inline scripts. A nonce would need every page rendered for its request, and there
    // would be no static shell; so inline scripts are allowed, scripts from elsewhere are not.
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function securityHeaders(
  environment: Record<string, string | undefined>,
): { source: string; headers: Header[] }[] {
  const headers: Header[] = [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'same-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  ]
  // `off` is for places that show the app in a frame and add scripts of their own, such as a playground.
  if (environment.CONTENT_SECURITY_POLICY !== 'off') {
    const policy = contentSecurityPolicy(environment.NODE_ENV === 'development')
    headers.push({ key: 'Content-Security-Policy', value: policy })
  }
  return [{ source: '/:path*', headers }]
}
