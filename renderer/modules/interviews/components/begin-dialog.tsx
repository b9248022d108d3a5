import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import MuiTextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RowId } from '../../../../shared/kernel/ids';
import { LANGUAGES, type Language } from '../../../../shared/kernel/roles';
import { AUDIENCES, wordsIn, type Audience } from '../../../../shared/modules/interviews/guide.model';
import type { InterviewSubject } from '../../../../shared/modules/interviews/interview.model';
import { useErrorText } from '../../../lib/error-text';
import { today, useFormat } from '../../../lib/format';
import { newId } from '../../../lib/new-id';
import { paths } from '../../../lib/paths';
import { useAct, useAsk } from '../../../lib/query';
import { PersonChoice, type Person } from './person-choice';

const audienceOf = (subject: InterviewSubject): Audience => (subject.kind === 'child' ? 'child' : 'candidate');

/** With whom, by which guide, in which language. Known from a person's page: then only the guide is asked. */
export function BeginDialog({ subject, onClose }: { subject?: InterviewSubject; onClose: () => void }) {
  const { t } = useTranslation('interviews');
  const { language: own } = useFormat();
  const sentence = useErrorText();
  const navigate = useNavigate();
  const title = useId();
  const [id] = useState(() => newId(RowId));
  const [audience, setAudience] = useState<Audience>(subject ? audienceOf(subject) : 'candidate');
  const [person, setPerson] = useState<Person | null>(null);
  const [picked, setPicked] = useState('');
  const [language, setLanguage] = useState<Language>(own);
  const guides = useAsk('interviews.guides', {}).data?.filter((guide) => guide.audience === audience && !guide.retired) ?? [];
  const guideId = guides.some((guide) => guide.guideId === picked) ? picked : (guides[0]?.guideId ?? '');
  const begin = useAct('interviews.begin');
  const who = subject ?? person?.subject;
  const go = async () => {
    if (!who || guideId === '' || begin.isPending) return;
    const record = await begin.mutateAsync({ id, subject: who, guideId, onDate: today(), language });
    void navigate(paths.clinicalRecord('interview', record.header.id));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go().catch(() => undefined);
        }}
      >
        <DialogTitle id={title}>{t('begin.title')}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
            {!subject && (
              <>
                <ToggleButtonGroup
                  exclusive
                  size="small"
                  aria-label={t('filter.audience')}
                  value={audience}
                  onChange={(_, value: Audience | null) => {
                    if (!value) return;
                    setAudience(value);
                    setPerson(null);
                  }}
                >
                  {AUDIENCES.map((one) => (
                    <ToggleButton key={one} value={one}>
                      {t(`audience.${one}`)}
                    </ToggleButton>
                  ))}
                </ToggleButtonGroup>
                <PersonChoice key={audience} audience={audience} value={person} onPick={setPerson} />
              </>
            )}
            <MuiTextField
              select
              label={t('begin.guide')}
              value={guideId}
              onChange={(event) => {
                setPicked(event.target.value);
              }}
            >
              {guides.map((guide) => (
                <MenuItem key={guide.guideId} value={guide.guideId}>
                  {wordsIn(guide.title, own)}
                </MenuItem>
              ))}
            </MuiTextField>
            <MuiTextField
              select
              label={t('field.language')}
              value={language}
              onChange={(event) => {
                setLanguage(event.target.value as Language);
              }}
              helperText={t('begin.languageHelp')}
            >
              {LANGUAGES.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`language.${one}`)}
                </MenuItem>
              ))}
            </MuiTextField>
          </Box>
          {begin.error && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
              {sentence(begin.error)}
            </Typography>
          )}
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={!who || guideId === '' || begin.isPending}>
            {t('begin.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
