import Avatar from '@mui/material/Avatar';
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
