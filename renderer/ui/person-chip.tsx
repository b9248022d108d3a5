import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { initials } from '../lib/format';

export function PersonAvatar({ name, size = 34, src }: { name: string; size?: number; src?: string }) {
  return (
    <Avatar
      src={src}
      alt=""
      aria-hidden
      data-private
      sx={{
        width: size,
        height: size,
        flex: 'none',
        backgroundColor: 'primary.light',
        color: 'primary.main',
        fontSize: Math.max(11.5, size * 0.36),
        fontWeight: 600,
      }}
    >
      {initials(name)}
    </Avatar>
  );
}

/** A person in a row: initials, name, one quiet line. The look-away key blurs it. */
export function PersonChip({ name, note, size = 34 }: { name: string; note?: ReactNode; size?: number }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minWidth: 0 }}>
      <PersonAvatar name={name} size={size} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="subtitle1" noWrap data-private>
          {name}
        </Typography>
        {note && (
          <Typography variant="body2" noWrap sx={{ color: 'paperInk.ink3' }}>
            {note}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
