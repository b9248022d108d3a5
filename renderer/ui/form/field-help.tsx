import Box from '@mui/material/Box';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Under a field: the reason it was not accepted, otherwise its help. */
export function fieldHelp(error: string | undefined, help: ReactNode): ReactNode {
  if (!error) return help;
  return (
    <Box component="span" sx={{ display: 'flex', gap: 0.75 }}>
      <CircleAlert size={15} strokeWidth={1.75} aria-hidden style={{ marginTop: 2, flex: 'none' }} />
      <span>{error}</span>
    </Box>
  );
}

export interface FieldProps {
  name: string;
  label: string;
  help?: ReactNode;
  disabled?: boolean;
  /** Columns taken of a FieldGrid (of 12); 6 unless told. */
  span?: number;
}

export const spanSx = (span: number | undefined) => ({ gridColumn: `span ${String(span ?? 6)}` });

/** Fields of a section in 12 columns. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(12, minmax(0, 1fr))', columnGap: 2, rowGap: 2, alignItems: 'start' }}>{children}</Box>
  );
}
