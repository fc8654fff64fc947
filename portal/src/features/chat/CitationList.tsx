import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Loaded } from '../../components/Loading';
import { data } from '../../lib/api';
import { useSession } from '../../lib/session';
import type { Message } from '../conversations/store';

type Citation = Message['citations'][number];

const LONGEST_QUERY = 4_000;

function Passage({ citation, question }: { citation: Citation; question: string }) {
  const { t } = useTranslation();
  const { api } = useSession();
  const passages = useQuery({
    queryKey: ['passage', citation.passage, question],
    queryFn: async () => {
      const query = { collections: [citation.collection ?? ''], query: question.slice(0, LONGEST_QUERY), limit: 20 };
      const found = await data(api.rag.POST('/v1/search', { body: query }));
      return found.passages.find((passage) => passage.id === citation.passage)?.text ?? citation.text ?? null;
    },
    gcTime: 0,
  });
  return <Loaded query={passages}>{(text) => <blockquote className="passage">{text ?? t('citation.gone')}</blockquote>}</Loaded>;
}

/** What an answer rests on; each opens the passage. */
export function CitationList({ citations, question }: { citations: Citation[]; question: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Citation | null>(null);
  const placeOf = (citation: Citation) => [citation.section, citation.page ? t('citation.page', { page: citation.page }) : null].filter(Boolean).join(' · ');
  return (
    <>
      <ol className="citations" aria-label={t('citation.list')}>
        {citations.map((citation) => (
          <li key={citation.passage ?? citation.title}>
            <Button size="small" variant="quiet" onPress={() => setShown(citation)}>
              <BookOpen aria-hidden="true" />[{citation.marker}] {citation.title} <span className="muted">{placeOf(citation)}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Dialog title={shown?.title ?? ''} open={shown !== null} onClose={() => setShown(null)} wide>
        {shown && (
          <>
            <p className="muted">{[shown.collection, placeOf(shown)].filter(Boolean).join(' · ')}</p>
            <Passage citation={shown} question={question} />
          </>
        )}
      </Dialog>
    </>
  );
}
