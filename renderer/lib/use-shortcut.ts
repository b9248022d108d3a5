import { useEffect, useRef } from 'react';

/** `useShortcut('ctrl+s', save)`; by physical key, so it works under the Russian and Kazakh layouts too. */
export function useShortcut(combination: string, action: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const keys = combination.toLowerCase().split('+');
    const code = keys.at(-1) ?? '';
    const wanted = code.length === 1 ? `key${code}` : code;
    const listen = (event: KeyboardEvent): void => {
      const control = event.ctrlKey || event.metaKey;
      if (event.code.toLowerCase() !== wanted || control !== keys.includes('ctrl') || event.shiftKey !== keys.includes('shift') || event.altKey)
        return;
      event.preventDefault();
      latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [combination, enabled]);
}
