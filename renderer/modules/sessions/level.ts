/** A level as it is written on paper: a real minus, a plus before what is above the expected, a dash where nothing is. */
export const levelWord = (level: number | null | undefined): string =>
  level === null || level === undefined ? '–' : level > 0 ? `+${String(level)}` : level < 0 ? `−${String(-level)}` : '0';
