import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';
import { Amendments } from '../../../app/psychology/amendments';
import { ContentDialog } from './content-dialog';
import { Drawings } from './drawings';
import { ObservationCard } from './observation-card';
import { ObservationDialog } from './observation-dialog';
import { SealedSheet, SheetPart } from './sealed-sheet';
import { SealButton } from './seal-button';

function GroupContent({ record, editable }: { record: GroupSessionRecord; editable: boolean }) {
  const { t } = useTranslation('art-therapy');
  const [open, setOpen] = useState(false);
  const { technique, course, process } = record.content;
  const edit = editable && (
    <SealButton
      onClick={() => {
        setOpen(true);
      }}
    >
      {t(process === '' ? 'sheet.write' : 'sheet.edit')}
    </SealButton>
  );
  return (
    <SheetPart title={t('content.process')} aside={edit}>
      {process === '' ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('content.empty')}</Typography>
      ) : (
        <Typography data-private sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {process}
        </Typography>
      )}
      {course !== '' && (
        <Typography data-private sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mt: 1 }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('content.courseLine')}{' '}
          </Box>
          {course}
        </Typography>
      )}
      {technique !== '' && (
        <Typography variant="body2" data-private sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('content.techniqueLine', { technique })}
        </Typography>
      )}
      {open && (
        <ContentDialog
          record={record}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </SheetPart>
  );
}

function Sheets({ record, editable }: { record: GroupSessionRecord; editable: boolean }) {
  const { t } = useTranslation('art-therapy');
  const [open, setOpen] = useState<string | null>(null);
  const shown = record.observations.find(({ childId }) => childId === open);
  const close = () => {
    setOpen(null);
  };
  return (
    <SheetPart title={t('sheet.title')}>
      <Box
        component="ul"
        sx={{
          display: 'grid',
          columnGap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(3, minmax(0, 1fr))' },
        }}
      >
        {record.observations.map((observation) => (
          <ObservationCard
            key={observation.childId}
            sessionId={record.header.id}
            observation={observation}
            line={record.shared.attendance.find(({ childId }) => childId === observation.childId)}
            scales={record.scales.scales}
            drawings={record.drawings.flatMap((file, index) => (file.childId === observation.childId ? [index + 1] : []))}
            onEdit={
              editable
                ? () => {
                    setOpen(observation.childId);
                  }
                : null
            }
          />
        ))}
      </Box>
      {record.hiddenObservations > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('sheet.hidden', { count: record.hiddenObservations })}
        </Typography>
      )}
      {shown && <ObservationDialog key={shown.childId} record={record} observation={shown} onClose={close} />}
    </SheetPart>
  );
}

/** The violet side of a session: the group, a sheet a child, the drawings. */
export function SealedPart({ record, editable }: { record: GroupSessionRecord; editable: boolean }) {
  const { t } = useTranslation('art-therapy');
  return (
    <SealedSheet>
      <GroupContent record={record} editable={editable} />
      <Sheets record={record} editable={editable} />
      <SheetPart title={t('drawing.title')}>
        <Drawings record={record} editable={editable} />
      </SheetPart>
      {record.header.state !== 'draft' && <Amendments recordId={record.header.id} />}
    </SealedSheet>
  );
}
