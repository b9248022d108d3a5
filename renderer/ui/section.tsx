import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface SectionProps {
  title?: ReactNode;
  count?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  /** A hairline above, when space alone does not divide. */
  ruled?: boolean;
  id?: string;
}

/** A block of a page: space, a title, and at most a hairline. Never a box in a box. */
export function Section({ title, count, aside, children, ruled = false, id }: SectionProps) {
  return (
    <Box component="section" id={id} sx={{ '& + &': { mt: 2.5 }, ...(ruled ? { borderTop: 1, borderColor: 'divider', pt: 2.25 } : {}) }}>
      {(title ?? aside) !== undefined && (
        <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2, mb: 0.75 }}>
          <Typography variant="h2">
            {title}
            {count !== undefined && (
              <Box component="span" sx={{ color: 'paperInk.ink3', fontWeight: 400, ml: 0.75 }}>
                {count}
              </Box>
            )}
          </Typography>
          {aside && (
            <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
              {aside}
            </Typography>
          )}
        </Box>
      )}
      {children}
    </Box>
  );
}

/** Label and value pairs of a record, by hairlines. */
export function Facts({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <Box component="dl">
      {items.map((item, index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gridTemplateColumns: '220px 1fr',
            gap: 2,
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
            '&:last-of-type': { borderBottom: 1, borderColor: 'divider' },
          }}
        >
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary', lineHeight: '22px' }}>
            {item.label}
          </Typography>
          <Typography component="dd">{item.value}</Typography>
        </Box>
      ))}
    </Box>
  );
}
