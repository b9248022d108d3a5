import { ChevronDown } from 'lucide-react';

const line = 'var(--mui-palette-paperInk-fieldLine)';
const tick = 'var(--mui-palette-primary-contrastText)';

/** 16 px boxes with a 4 px corner, as in the design; MUI's own are a size larger and heavier. */
export const uncheckedIcon = (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
    <rect x="1.75" y="1.75" width="14.5" height="14.5" rx="3.25" fill="var(--mui-palette-background-paper)" stroke={line} strokeWidth="1.5" />
  </svg>
);

export const checkedIcon = (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
    <rect x="1" y="1" width="16" height="16" rx="4" fill="currentColor" />
    <path d="m5 9.3 2.7 2.7L13 6.6" fill="none" stroke={tick} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

export const indeterminateIcon = (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
    <rect x="1" y="1" width="16" height="16" rx="4" fill="currentColor" />
    <path d="M5.5 9h7" stroke={tick} strokeWidth="2" strokeLinecap="round" />
  </svg>
);

/** The same arrow as in a list of choices. */
export const arrowIcon = <ChevronDown size={16} strokeWidth={1.75} aria-hidden />;
