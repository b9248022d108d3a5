import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/api';
import { isAnswered, questionsOf, whyNotSigned } from '../../../../shared/modules/interviews/interview.rules';
import { errorSentence, fieldSentence } from '../../../lib/error-text';
import { today } from '../../../lib/format';
import { useAct } from '../../../lib/query';
import { GateList } from '../../../ui';
import type { InterviewDesk } from './use-interview';

interface SignDialogProps {
  record: Output<'interviews.get'>;
  desk: InterviewDesk;
  onClose: () => void;
}

/** What still stands in the way, each with the way to it; then the last question. */
export function SignDialog({ record, desk, onClose }: SignDialogProps) {
  const { t } = useTranslation('interviews');
  const title = useId();
  const sign = useAct('interviews.sign');
  const missing = whyNotSigned(record.audience, record.guide, desk.content, today());
  const silent = questionsOf(record.guide).filter((question) => !isAnswered(desk.content.answers[question.code])).length;
  const mend = (path: string) => {
    onClose();
    const target = document.getElementById(path === 'answers' ? 'section-talk' : `interview-${path}`);
    target?.scrollIntoView({ block: 'center' });
    target?.querySelector<HTMLElement>('textarea, input')?.focus();
  };
  const go = async () => {
    await desk.flush();
    await sign.mutateAsync({ id: record.header.id });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t(missing.length > 0 ? 'sign.notYet' : 'sign.question')}</DialogTitle>
      <DialogContent>
        {missing.length > 0 ? (
          <GateList
            items={missing.map(({ path, code }) => ({
              id: path,
              title: t(path === 'summary' || path === 'toConsider' ? `field.${path}.${record.audience}` : `missing.${path}`),
              reason: fieldSentence(code),
              action: (
                <Button
                  size="small"
                  variant="outlined"
                  onClick={() => {
                    mend(path);
                  }}
                >
                  {t('sign.mend')}
                </Button>
              ),
            }))}
          />
        ) : (
          <Typography sx={{ color: 'text.secondary' }}>{t('sign.consequence')}</Typography>
        )}
        {silent > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>
            {t('sign.silent', { count: silent })}
          </Typography>
        )}
        {sign.error && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1.5 }}>
            {errorSentence(sign.error)}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          {t('sign.later')}
        </Button>
        <Button
          variant="contained"
          disabled={missing.length > 0 || desk.conflicts.length > 0 || sign.isPending}
          onClick={() => {
            go().catch(() => undefined);
          }}
        >
          {t('sign.action')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
