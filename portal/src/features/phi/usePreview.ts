import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../lib/session';
import { preview, type Identity, type PreviewResult } from './api';
import { carry, spansOf, type Span } from './spans';

const WAIT = 350;

interface Known {
  text: string;
  identities: Identity[];
  result: PreviewResult;
  spans: Span[];
}

export interface LivePreview {
  spans: Span[];
  masked: string | null;
  /** What was found in the text as it is now. */
  fresh: PreviewResult | null;
  failed: boolean;
}

/** Ask what a model would see of a text while it is typed, some time after the last key, unless it is asked elsewhere just now. */
export function usePreview(text: string, identities: Identity[], elsewhere = false): LivePreview {
  const { api } = useSession();
  const [known, setKnown] = useState<Known | null>(null);
  const [failed, setFailed] = useState(false);
  const asked = useRef<{ text: string; identities: Identity[] } | null>(null);

  useEffect(() => {
    if (text.trim() === '') {
      asked.current = null;
      return undefined;
    }
    if (elsewhere || (asked.current?.text === text && asked.current.identities === identities)) {
      return undefined;
    }
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      preview(api.caller, [text], identities, abort.signal)
        .then(([result]) => {
          if (result) {
            asked.current = { text, identities };
            setKnown({ text, identities, result, spans: spansOf(text, result.findings) });
            setFailed(false);
          }
        })
        .catch(() => {
          if (!abort.signal.aborted) {
            setFailed(true);
          }
        });
    }, WAIT);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [api, text, identities, elsewhere]);

  if (!known || text.trim() === '') {
    return { spans: [], masked: null, fresh: null, failed };
  }
  const fresh = known.text === text && known.identities === identities ? known.result : null;
  return { spans: carry(known.spans, known.text, text), masked: known.result.masked, fresh, failed };
}
