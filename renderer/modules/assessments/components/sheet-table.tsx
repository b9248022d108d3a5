import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A plain table of a page: hairlines, quiet heads, room to scroll sideways. */
export function SheetTable({ heads, children, label }: { heads: { word: ReactNode; right?: boolean }[]; children: ReactNode; label: string }) {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={label}>
      <Box
        component="table"
        aria-label={label}
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          '& th, & td': { textAlign: 'left', py: 0.75, pr: 2.5, borderTop: 1, borderColor: 'divider', fontWeight: 400, verticalAlign: 'top' },
          '& thead th': { borderTop: 0, fontSize: 13.5, color: 'text.secondary', whiteSpace: 'nowrap' },
          '& tbody tr:first-of-type > *': { borderColor: 'text.disabled' },
          '& .right': { textAlign: 'right', whiteSpace: 'nowrap' },
          '& .quiet': { color: 'text.secondary', fontSize: 14 },
        }}
      >
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col" className={head.right ? 'right' : undefined}>
                {head.word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </Box>
    </Box>
  );
}
