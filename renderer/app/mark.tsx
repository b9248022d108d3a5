import Box from '@mui/material/Box';

/** The mark: a roof held by two. */
export function Mark({ size = 22, fontSize = 16 }: { size?: number; fontSize?: number }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.125, color: 'primary.main', fontWeight: 600, fontSize, lineHeight: '24px' }}>
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
        <path d="M4 5.5c2.6-2.6 5.3-2.6 8 0 2.7-2.6 5.4-2.6 8 0" />
        <path d="M9.5 9v10.5M14.5 9v10.5M6.5 20h11" />
      </svg>
      <Box component="span" sx={{ color: 'text.primary' }}>
        {'Tirek'}
      </Box>
    </Box>
  );
}
