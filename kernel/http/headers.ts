/** What every answer tells the browser: run, frame and send nothing but our own. One list for all doors: hooks, streams, and answers that no hook reaches. */
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join(';');

/** Powers of a browser that no page of ours uses; passkeys are used by our own pages alone. */
const powers = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'].map((name) => `${name}=()`),
  'publickey-credentials-create=(self)', 'publickey-credentials-get=(self)',
].join(', ');

const always: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': powers,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** Two years. Never said over plain http (RFC 6797, 7.2). */
const overHttps: Readonly<Record<string, string>> = { ...always, 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

export const safetyHeaders = (secure: boolean): Readonly<Record<string, string>> => (secure ? overHttps : always);
