import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ChildId, FileId } from '../../../../shared/kernel/ids';
import { line } from '../../../../shared/kernel/text';
import { wasThere } from '../../../../shared/modules/art-therapy/art-therapy.rules';
import type { GroupSessionRecord } from '../../../../shared/modules/art-therapy/observation.model';
import { newId } from '../../../lib/new-id';
import { useAct } from '../../../lib/query';
import { FileField, FormDialog, SelectField, TextField, useAppForm, type PickedFile } from '../../../ui';

const MOST_MEGABYTES = 10;
const Schema = z.object({
  childId: ChildId.nullable(),
  file: z.custom<PickedFile>((value) => value !== null && typeof value === 'object', { error: 'FILE.REQUIRED' }),
  caption: line(300),
});
/** The program looks inside and says what is wrong with a file; a filter by name could only say "no". A file without a known type has ''. */
const ANY_PICTURE = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/svg+xml', ''];

/** A drawing belongs to one child, or to the group; the group's are in no child's papers. */
export function AddDrawing({ record, onClose }: { record: GroupSessionRecord; onClose: () => void }) {
  const { t } = useTranslation('art-therapy');
  const [fileId] = useState(() => newId(FileId));
  const add = useAct('art-therapy.addDrawing');
  const present = record.shared.attendance.filter((one) => one.attendance === null || wasThere(one.attendance));
  const form = useAppForm<z.input<typeof Schema>, z.output<typeof Schema>>(Schema, {
    childId: null,
    file: null as unknown as PickedFile,
    caption: '',
  });
  return (
    <FormDialog
      open
      form={form}
      title={t('drawing.add')}
      intro={t('drawing.intro')}
      saveLabel={t('drawing.seal')}
      onClose={onClose}
      onSave={({ childId, file, caption }) => add.mutateAsync({ id: record.header.id, fileId, childId, name: file.name, caption, data: file.base64 })}
    >
      <SelectField
        name="childId"
        label={t('drawing.whose')}
        span={7}
        empty={t('drawing.group')}
        options={present.map(({ childId, name }) => ({ value: childId, label: name }))}
      />
      <FileField
        name="file"
        label={t('drawing.file')}
        accept={ANY_PICTURE}
        maxMegabytes={MOST_MEGABYTES}
        help={t('drawing.rule', { megabytes: MOST_MEGABYTES })}
      />
      <TextField name="caption" label={t('drawing.caption')} span={12} />
    </FormDialog>
  );
}
