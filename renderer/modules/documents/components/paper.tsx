import { lazy, Suspense, type ComponentProps } from 'react';
import { Skeleton } from '../../../ui';

const PdfView = lazy(() => import('../../../ui/pdf-view').then((module) => ({ default: module.PdfView })));

/** A paper on the screen; the reader of PDF files comes with the first paper that is opened. */
export function Paper(props: ComponentProps<typeof PdfView>) {
  return (
    <Suspense fallback={<Skeleton rows={6} />}>
      <PdfView {...props} />
    </Suspense>
  );
}
