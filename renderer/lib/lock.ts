/**
 * The life of what a window holds: signed in -> (lock button, idle clock, another window) -> reload.
 * A reload, not a change of screen: caches, half-typed texts and pictures in memory go with the page.
 */
const beforeLock = new Set<() => Promise<void>>();
let watching = false;
let ended = false;

/** Work to finish while the session still lives: an unsaved draft. Returns the way out of the list. */
export function beforeLocking(work: () => Promise<void>): () => void {
  beforeLock.add(work);
  return () => {
    beforeLock.delete(work);
  };
}

export async function finishBeforeLock(): Promise<void> {
  await Promise.allSettled([...beforeLock].map((work) => work()));
}

export function sessionEnded(): void {
  if (!watching || ended) return;
  ended = true;
  // Nothing of the former screen may be seen while the page loads again.
  document.getElementById('root')?.replaceChildren();
  window.location.reload();
}

/** From sign-in on, the program's word "locked" empties the window. */
export function watchLock(): void {
  if (watching) return;
  watching = true;
  if (window.tirek?.onLocked) window.tirek.onLocked(sessionEnded);
  else if (!window.tirek && typeof EventSource !== 'undefined') new EventSource('/events').addEventListener('locked', sessionEnded);
}
