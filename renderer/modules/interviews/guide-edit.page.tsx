import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { FormProvider, useFieldArray, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { RowId } from '../../../shared/kernel/ids';
import { GuideId, MOST_SECTIONS, noWords, wordsIn, type GuideContent } from '../../../shared/modules/interviews/guide.model';
import { usePsychologyCrumbs } from '../../app/psychology/psychology-tabs';
import { useFormat } from '../../lib/format';
import { newId } from '../../lib/new-id';
import { useAct, useAsk } from '../../lib/query';
import { Answer, FieldGrid, FormPage, FormSection, Page, TextField, useAppForm, type AppForm } from '../../ui';
import { GuideSectionFields } from './components/guide-section-fields';
import { WordsField } from './components/words-field';
import { emptyGuide, emptySection, GuideForm } from './guide-form';
import { interviewPaths } from './interview-paths';

interface EditorProps {
  guideId: string;
  basedOn: number;
  start: GuideContent;
  draftKey: string;
  title: string;
}

function useSectionNames(form: AppForm<GuideForm, GuideForm>): string[] {
  const { t } = useTranslation('interviews');
  const { language } = useFormat();
  const sections = useWatch({ control: form.control, name: 'content.sections' });
  return sections.map((section, index) => wordsIn(section.title, language) || t('guide.section', { number: index + 1 }));
}

function Sections({ names }: { names: string[] }) {
  const { t } = useTranslation('interviews');
  const sections = useFieldArray({ name: 'content.sections', keyName: 'key' });
  return (
    <>
      {sections.fields.map((field, index) => (
        <GuideSectionFields
          key={field.key}
          index={index}
          count={sections.fields.length}
          title={names[index] ?? ''}
          onMove={sections.move}
          onRemove={sections.remove}
        />
      ))}
      {sections.fields.length < MOST_SECTIONS && (
        <Box sx={{ mt: 2.5 }}>
          <Button
            variant="outlined"
            onClick={() => {
              sections.append(emptySection());
            }}
          >
            {t('guide.addSection')}
          </Button>
        </Box>
      )}
    </>
  );
}

/** A whole guide; saved, it is a new version, and interviews already begun keep theirs. */
function GuideEditor({ guideId, basedOn, start, draftKey, title }: EditorProps) {
  const { t } = useTranslation('interviews');
  const navigate = useNavigate();
  const [id] = useState(() => newId(RowId));
  const publish = useAct('interviews.publishGuide');
  const form = useAppForm<GuideForm, GuideForm>(GuideForm, { content: start, note: '' });
  const names = useSectionNames(form);
  const away = () => {
    void navigate(basedOn === 0 ? interviewPaths.guides() : interviewPaths.guide(guideId));
  };
  return (
    <Page flush>
      <FormProvider {...form}>
        <FormPage
          form={form}
          title={title}
          intro={t('guide.editLead')}
          draftKey={draftKey}
          saveLabel={t('guide.publish', { version: basedOn + 1 })}
          sections={[
            { id: 'guide-about', title: t('guide.about'), fields: ['content.title', 'content.intro', 'note'] },
            ...names.map((name, index) => ({ id: `guide-section-${String(index)}`, title: name, fields: [`content.sections.${String(index)}`] })),
          ]}
          onSave={(values) => publish.mutateAsync({ id, guideId, basedOn, ...values })}
          onDone={() => {
            void navigate(interviewPaths.guide(guideId));
          }}
          onCancel={away}
        >
          <FormSection id="guide-about" title={t('guide.about')}>
            <WordsField name="content.title" label={t('guide.title')} />
            <WordsField name="content.intro" label={t('guide.intro')} rows={3} />
            <FieldGrid>
              <TextField name="note" label={t('guide.note')} span={12} />
            </FieldGrid>
          </FormSection>
          <Sections names={names} />
        </FormPage>
      </FormProvider>
    </Page>
  );
}

function useEditCrumbs(last: string) {
  const { t } = useTranslation('interviews');
  usePsychologyCrumbs([{ label: t('tab'), to: interviewPaths.list() }, { label: t('guides.title'), to: interviewPaths.guides() }, { label: last }]);
}

export function GuideEditPage() {
  const { t } = useTranslation('interviews');
  const { guideId = '' } = useParams();
  const guide = useAsk('interviews.guide', { guideId }, { enabled: GuideId.safeParse(guideId).success, staleTime: Infinity });
  useEditCrumbs(t('guide.edit'));
  return (
    <Answer of={guide}>
      {(record) => (
        <GuideEditor
          guideId={guideId}
          basedOn={record.latest}
          start={record.content}
          draftKey={`clinical/guide/${guideId}/${String(record.latest)}`}
          title={t('guide.edit')}
        />
      )}
    </Answer>
  );
}

const BLANK = { 'blank-candidate': 'candidate', 'blank-child': 'child' } as const;

/** Blank, or begun from another guide; its name is new in either case. */
export function GuideNewPage() {
  const { t } = useTranslation('interviews');
  const { from = '' } = useParams();
  const [guideId] = useState(() => newId(RowId));
  const audience = from in BLANK ? BLANK[from as keyof typeof BLANK] : null;
  const source = useAsk(
    'interviews.guide',
    { guideId: from },
    { enabled: audience === null && GuideId.safeParse(from).success, staleTime: Infinity },
  );
  useEditCrumbs(t('guides.new'));
  const editor = (start: GuideContent) => (
    <GuideEditor guideId={guideId} basedOn={0} start={start} draftKey={`clinical/guide/new/${from}`} title={t('guides.new')} />
  );
  if (audience !== null) return editor(emptyGuide(audience));
  return <Answer of={source}>{(record) => editor({ ...record.content, title: noWords() })}</Answer>;
}
