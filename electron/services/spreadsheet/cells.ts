/** Full-width forms count as well: some programs read them as the plain sign. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;
/** Signs that XML cannot carry: one of them would make the whole file unreadable. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
/** What a cell of the format holds at most. */
const LONGEST = 32_767;

/** Text that no spreadsheet takes for a formula: a leading apostrophe before every sign that could begin one. */
export function safeCell(text: string): string {
  const shown = text.replace(UNREADABLE, '').slice(0, LONGEST - 1);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}
