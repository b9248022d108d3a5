import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { ChildAttendance } from '../../../../shared/modules/art-therapy/art-therapy.model';
import { wasThere } from '../../../../shared/modules/art-therapy/art-therapy.rules';
import type { Subject } from '../../../../shared/modules/clinical/clinical.model';
import { useFormat } from '../../../lib/format';
import { useAsk } from '../../../lib/query';
import { Answer, Section } from '../../../ui';
import { groupPaths } from '../group-paths';
import { attendanceWord } from './shared-words';

const FIRST = 6;

function Line({ line }: { line: ChildAttendance }) {
  const { t } = useTranslation('art-therapy');
  const format = useFormat();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, borderTop: 1, borderColor: 'divider', py: 0.75, alignItems: 'baseline' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', width: 84, flex: 'none' }}>
        {format.short(line.onDate)}
      </Typography>
      <Typography sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={groupPaths.sharedSession(line.sessionId)} sx={{ mr: 1.25 }}>
          {t('shared.quoted', { text: line.theme })}
        </Link>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13.5, display: 'inline-block' }}>
          {t('shared.ofGroup', { name: line.groupName })}
        </Box>
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right' }}>
        {line.status === 'held' ? attendanceWord(t, line.attendance, 'unsaid') : t(`shared.status.${line.status}`)}
      </Typography>
    </Box>
  );
}

/** On a child's file: the days, the themes and whether it was there; nothing of what it did there. */
export function SharedAttendance({ subject }: { subject: Subject }) {
  const { t } = useTranslation('art-therapy');
  const [all, setAll] = useState(false);
  const lines = useAsk('art-therapy.attendanceOf', { childId: subject.id });
  if (lines.data?.length === 0) return null;
  const marked = lines.data?.filter(({ status, attendance }) => status === 'held' && attendance !== null) ?? [];
  const came = marked.filter(({ attendance }) => wasThere(attendance)).length;
  return (
    <Section title={t('shared.fileTitle')} aside={marked.length > 0 ? t('shared.fileCame', { came, all: marked.length }) : undefined}>
      <Answer of={lines} rows={2}>
        {(list) => (
          <>
            <Box component="ul" sx={{ borderBottom: 1, borderColor: 'divider' }}>
              {list.slice(0, all ? undefined : FIRST).map((line) => (
                <Line key={line.sessionId} line={line} />
              ))}
            </Box>
            {!all && list.length > FIRST && (
              <Button
                size="small"
                sx={{ mt: 0.75 }}
                onClick={() => {
                  setAll(true);
                }}
              >
                {t('shared.showAll', { count: list.length })}
              </Button>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
