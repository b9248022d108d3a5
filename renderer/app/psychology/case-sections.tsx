import { Suspense } from 'react';
import type { Subject } from '../../../shared/modules/clinical/clinical.model';
import { useProfile } from '../../lib/profile';
import { Skeleton } from '../../ui';
import type { CaseSection } from '../module-routes';
import { modules } from '../modules';

/** What every module that may says about one person, in its order. */
export function CaseSections({ subject, place }: { subject: Subject; place: CaseSection['place'] }) {
  const { permissions } = useProfile();
  const sections = modules
    .flatMap((module) => module.caseSections ?? [])
    .filter((section) => section.place === place && section.subjects.includes(subject.kind) && permissions.includes(section.permission))
    .sort((a, b) => a.order - b.order);
  return (
    <>
      {sections.map(({ id, component: Part }) => (
        <Suspense key={id} fallback={<Skeleton rows={2} />}>
          <Part subject={subject} />
        </Suspense>
      ))}
    </>
  );
}
