import { useTranslation } from 'react-i18next';
import { JURISDICTIONS } from '../../../../shared/modules/institutions/institutions.model';
import { useAsk } from '../../../lib/query';
import { CheckField, FieldGrid, FormSection, RadioField, SelectField, TextField } from '../../../ui';

export function HouseFields({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation('institutions');
  const authorities = useAsk('institutions.authorities', {}).data ?? [];
  return (
    <>
      <FormSection id="names" title={t('section.names')}>
        <FieldGrid>
          <TextField name="nameRu" label={t('field.nameRu')} help={t('house.nameHelp')} span={12} autoFocus={fresh} />
          <TextField name="nameKk" label={t('field.nameKk')} span={12} />
          <TextField name="shortName" label={t('field.shortName')} help={t('house.shortHelp')} span={6} />
          <TextField name="registrationNumber" label={t('field.registrationNumber')} help={t('registrationHelp')} inputMode="numeric" span={6} />
          <RadioField
            name="jurisdiction"
            label={t('field.jurisdiction')}
            row
            options={JURISDICTIONS.map((value) => ({ value, label: t(`jurisdiction.${value}`) }))}
            span={6}
          />
          <SelectField
            name="authorityId"
            label={t('field.authorityId')}
            help={t('house.authorityHelp')}
            empty={t('house.noAuthority')}
            options={authorities.map((authority) => ({ value: authority.id, label: authority.nameRu }))}
            span={6}
          />
        </FieldGrid>
      </FormSection>
      <FormSection id="contacts" title={t('section.contacts')}>
        <FieldGrid>
          <TextField name="addressRu" label={t('field.addressRu')} span={12} />
          <TextField name="addressKk" label={t('field.addressKk')} span={12} />
          <TextField name="placeRu" label={t('field.placeRu')} help={t('house.placeHelp')} span={6} />
          <TextField name="placeKk" label={t('field.placeKk')} span={6} />
          <TextField name="phone" label={t('field.phone')} type="tel" span={6} />
        </FieldGrid>
      </FormSection>
      <FormSection id="head" title={t('section.head')} note={t('house.headNote')}>
        <FieldGrid>
          <TextField name="headName" label={t('field.headName')} span={6} />
          <TextField name="headNameGenitive" label={t('field.headNameGenitive')} help={t('genitiveHelp')} span={6} />
          <TextField name="headPostRu" label={t('field.headPostRu')} span={6} />
          <TextField name="headPostKk" label={t('field.headPostKk')} span={6} />
          <TextField name="headBasisRu" label={t('field.headBasisRu')} help={t('basisHelp')} span={6} />
          <TextField name="headBasisKk" label={t('field.headBasisKk')} span={6} />
        </FieldGrid>
      </FormSection>
      {!fresh && (
        <FormSection id="state" title={t('section.state')}>
          <CheckField name="closed" label={t('field.closed')} help={t('house.closedHelp')} />
        </FormSection>
      )}
    </>
  );
}
