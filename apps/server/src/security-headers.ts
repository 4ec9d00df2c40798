/**
 * Headers of every answer. What a hostile file, name or bundle could do in a browser ends here: no inline
 * script, no other host, no frame.
 */
export interface HeaderOptions {
  /** WebSocket addresses of this server, e.g. `wss://practice.example`, and of the relays it allows for remote signers. */
  readonly sockets: readonly string[];
  readonly https: boolean;
}

export function securityHeaders({ sockets, https }: HeaderOptions): Record<string, string> {
  const policy = [
    "default-src 'self'",
    // WebAssembly checks signatures in a worker; nothing else is evaluated.
    "script-src 'self' 'wasm-unsafe-eval'",
    // Mantine computes styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Not every browser counts the WebSocket of the same host as 'self'. A source list has no way to name an
    // IPv6 address: browsers complain and pass over it.
    ['connect-src', "'self'", ...sockets.filter((socket) => !socket.includes('['))].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
