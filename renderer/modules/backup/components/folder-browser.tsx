import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { CornerLeftUp, FileArchive, Folder } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, Banner, ErrorState } from '../../../ui';

type PlaceNow = Output<'backup.browse'>;

interface FolderBrowserProps {
  /** Before anybody has signed in the same questions have other names. */
  source: 'backup' | 'restore';
  folder: string | null;
  onFolder: (folder: string, place?: PlaceNow) => void;
  /** Set where a file is looked for, absent where a folder is. */
  file?: string | null;
  onFile?: (file: string) => void;
}

const line = {
  display: 'flex',
  gap: 1.25,
  alignItems: 'center',
  width: '100%',
  minHeight: 34,
  px: 1,
  border: 0,
  background: 'none',
  font: 'inherit',
  textAlign: 'left',
  color: 'text.primary',
  cursor: 'pointer',
  borderRadius: '6px',
  '&:hover': { backgroundColor: 'paperInk.sunk' },
} as const;

function Line({ icon, name, note, chosen, onClick }: { icon: ReactNode; name: string; note?: string; chosen?: boolean; onClick: () => void }) {
  return (
    <Box
      component="button"
      type="button"
      {...(chosen === undefined ? {} : { 'aria-pressed': chosen })}
      onClick={onClick}
      sx={{ ...line, ...(chosen ? { backgroundColor: 'primary.light', fontWeight: 500 } : {}) }}
    >
      {icon}
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {name}
      </Box>
      {note && (
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}

function Contents({ place, file, onFolder, onFile }: { place: PlaceNow } & Pick<FolderBrowserProps, 'file' | 'onFolder' | 'onFile'>) {
  const { t } = useTranslation('backup');
  const format = useFormat();
  const files = onFile ? place.backups : [];
  return (
    <>
      {!onFile && !place.writable && (
        <Box sx={{ mb: 1 }}>
          <Banner tone="warn" title={t('place.readOnly')} />
        </Box>
      )}
      {!onFile &&
        place.warnings.map((warning) => (
          <Box key={warning} sx={{ mb: 1 }}>
            <Banner tone="warn" title={t(`place.warning.${warning}`)}>
              {t(`place.warningText.${warning}`)}
            </Banner>
          </Box>
        ))}
      <Box
        role="group"
        aria-label={place.folder}
        sx={{ maxHeight: 232, overflow: 'auto', borderTop: 1, borderBottom: 1, borderColor: 'divider', py: 0.5 }}
      >
        {place.parent !== null && (
          <Line
            icon={<CornerLeftUp size={16} strokeWidth={1.75} aria-hidden />}
            name={t('place.up')}
            onClick={() => {
              onFolder(place.parent ?? '');
            }}
          />
        )}
        {place.folders.map((one) => (
          <Line
            key={one.path}
            icon={<Folder size={16} strokeWidth={1.75} aria-hidden />}
            name={one.name}
            onClick={() => {
              onFolder(one.path);
            }}
          />
        ))}
        {files.map((one) => (
          <Line
            key={one.file}
            icon={<FileArchive size={16} strokeWidth={1.75} aria-hidden />}
            name={one.name}
            note={`${format.short(one.changedAt)}, ${format.size(one.size)}`}
            chosen={file === one.file}
            onClick={() => {
              onFile?.(one.file);
            }}
          />
        ))}
        {onFile && files.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary', px: 1, py: 0.75 }}>
            {t('place.noFiles')}
          </Typography>
        )}
      </Box>
    </>
  );
}

/** Folders of this PC and of what is plugged into it, as the program sees them: a page cannot look for itself. */
export function FolderBrowser({ source, folder, onFolder, file, onFile }: FolderBrowserProps) {
  const { t } = useTranslation('backup');
  const [typed, setTyped] = useState<string | null>(null);
  const places = useAsk(source === 'backup' ? 'backup.places' : 'restore.places', {});
  const chosen = folder ?? places.data?.[0]?.folder ?? '';
  const place = useAsk(source === 'backup' ? 'backup.browse' : 'restore.browse', { folder: chosen }, { enabled: chosen !== '', keep: true });
  const go = (path: string) => {
    setTyped(null);
    onFolder(path);
  };
  return (
    <Box sx={{ gridColumn: 'span 12', minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mb: 1.25 }}>
        {places.data?.map((one) => (
          <Chip
            key={one.folder}
            clickable
            label={`${t(`place.kind.${one.kind}`)}: ${one.folder}`}
            onClick={() => {
              go(one.folder);
            }}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-end', mb: 1.25 }}>
        <TextField
          fullWidth
          label={t('place.folder')}
          value={typed ?? place.data?.folder ?? chosen}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false } }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed) {
              event.preventDefault();
              go(typed);
            }
          }}
        />
        <Button
          variant="outlined"
          disabled={!typed}
          onClick={() => {
            if (typed) go(typed);
          }}
        >
          {t('place.open')}
        </Button>
      </Box>
      {places.error && <ErrorState error={places.error} />}
      {place.error ? (
        <ErrorState error={place.error} title={t('place.failed')} />
      ) : (
        chosen !== '' && (
          <Answer of={place} rows={3}>
            {(now) => <Contents place={now} file={file ?? null} onFolder={go} {...(onFile ? { onFile } : {})} />}
          </Answer>
        )
      )}
    </Box>
  );
}

/** The folder that is open when nobody has chosen another: the last one used, else the first plugged-in drive. */
export const useSuggestedFolder = (): string => useAsk('backup.places', {}).data?.[0]?.folder ?? '';
