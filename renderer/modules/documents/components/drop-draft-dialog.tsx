import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import { useAct } from '../../../lib/query';
import { useToast } from '../../../ui';
import { ReasonDialog } from './reason-dialog';

export function DropDraftDialog({ draftId, onClose, onDropped }: { draftId: RowId; onClose: () => void; onDropped?: () => void }) {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const drop = useAct('documents.dropDraft');
  return (
    <ReasonDialog
      title={t('drop.title')}
      intro={t('drop.intro')}
      label={t('reason')}
      saveLabel={t('drop.save')}
      dangerous
      onClose={onClose}
      onSave={async (reason) => {
        await drop.mutateAsync({ id: draftId, reason });
        toast.show(t('drop.done'));
        onDropped?.();
      }}
    />
  );
}
