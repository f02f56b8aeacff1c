/** What a token may allow: groups of the user pool. */
export const SCOPES = ['player', 'organiser', 'operator', 'producer'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who a token says one is. The page only shows what they may do by it: the API decides. */
export interface Identity {
  readonly playerId: string;
  readonly tenant: string;
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

interface Claims {
  readonly sub: string;
  readonly username?: string;
  readonly tenant: string;
  readonly scope?: string;
  readonly exp: number;
}

const payloadOf = (token: string): Claims => {
  const part = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
};

/** Reads an access token's claims, without verifying them: that is the API's business. */
export const identityOf = (token: string): Identity => {
  const { sub, tenant, scope = '', exp } = payloadOf(token);
  const own = scope.split(' ');
  return {
    playerId: sub,
    tenant,
    scopes: SCOPES.filter(one => own.includes(`matchday/${one}`)),
    expiresAt: exp * 1000,
  };
};
