/** A virtual authenticator of Chromium: a platform passkey whose owner always agrees, with or without PRF. */
import type { CDPSession, Page } from '@playwright/test';

interface Authenticator {
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

export async function addAuthenticator(
  page: Page,
  { prf }: { readonly prf: boolean },
): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...(prf && { hasPrf: true }),
    },
  });
  return { cdp, authenticatorId };
}
