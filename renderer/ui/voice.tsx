import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Language } from '../../shared/kernel/roles';

/** A person's own words: the serif, in the language they were said in. Used for nothing else. */
export function Voice({ children, language, by }: { children: ReactNode; language?: Language; by?: ReactNode }) {
  return (
    <Box component="figure">
      <Typography
        component="blockquote"
        variant="voice"
        lang={language}
        data-private
        sx={{ display: 'block', borderLeft: 2, borderColor: 'primary.main', pl: 2.5 }}
      >
        {children}
      </Typography>
      {by && (
        <Typography component="figcaption" variant="body2" sx={{ color: 'text.secondary', pl: 2.75, mt: 0.5 }}>
          {by}
        </Typography>
      )}
    </Box>
  );
}
