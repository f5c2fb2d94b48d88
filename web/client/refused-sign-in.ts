/** A sign-in with the identity provider that led back here without success. */
export interface RefusedSignIn {
  code: string;
  /** What the provider calls the person, where no user is theirs. */
  subject: string | null;
}

/** What the server says behind the # of the address; null where it says no such thing. */
export function refusedSignIn(hash: string): RefusedSignIn | null {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const code = told.get('refused');
  return code !== null && /^[a-z_]{1,60}$/.test(code) ? { code, subject: told.get('subject') } : null;
}

/** The same, once: a page that is loaded again does not say it again. */
export function takeRefusedSignIn(): RefusedSignIn | null {
  const refused = refusedSignIn(location.hash);
  if (refused) history.replaceState(null, '', location.pathname + location.search);
  return refused;
}
