import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { Loaded } from '../../components/Loading';
import { useSession } from '../../lib/session';
import { preview, type Identity } from '../phi/api';
import { MaskedText } from '../phi/MaskedText';

interface Props {
  question: string;
  answer: string;
  identities: Identity[];
  open: boolean;
  onClose(): void;
}

/** The other side of an answer: question and answer as the model read and wrote them. */
export function SeenDialog({ question, answer, identities, open, onClose }: Props) {
  const { t } = useTranslation();
  const { api } = useSession();
  const masked = useQuery({
    queryKey: ['seen', question, answer],
    enabled: open,
    queryFn: ({ signal }) => preview(api.caller, [question, answer], identities, signal),
    gcTime: 0,
  });
  return (
    <Dialog title={t('seen.title')} open={open} onClose={onClose} wide>
      <Loaded query={masked}>
        {([asked, said]) => (
          <>
            <h3>{t('seen.asked')}</h3>
            <MaskedText text={asked?.masked ?? ''} />
            <h3>{t('seen.said')}</h3>
            <MaskedText text={said?.masked ?? ''} />
            <p className="muted">{t('seen.codes')}</p>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
