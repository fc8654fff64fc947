import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('./Markdown'));

/** What a model wrote; plain until what formats it is loaded. */
export function AnswerText({ text }: { text: string }) {
  return (
    <Suspense fallback={<div className="markdown">{text}</div>}>
      <Markdown text={text} />
    </Suspense>
  );
}
