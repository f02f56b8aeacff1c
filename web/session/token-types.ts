/** Whoever wants to be somebody on a machine of their own. */
export interface DemoUser {
  readonly player: string;
  /** By which others are to see them, if they have no name yet. */
  readonly name?: string;
  readonly scopes: readonly string[];
}

/** Where access tokens come from. */
export interface TokenSource {
  /** A token that is good now; undefined: nobody is signed in. */
  readonly token: () => Promise<string | undefined>;
  /** Signs in: as this user on a machine of one's own; elsewhere the page goes to where people sign in. */
  readonly signIn: (user?: DemoUser) => Promise<void>;
  readonly signOut: () => Promise<void>;
}
