import { Check, Copy as CopyIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';

const SHOWN = 2_000;

export function Copy({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      window.setTimeout(() => setCopied(false), SHOWN);
    });
  };
  return (
    <IconButton label={copied ? t('action.copied') : (label ?? t('action.copy'))} onPress={copy}>
      {copied ? <Check aria-hidden="true" /> : <CopyIcon aria-hidden="true" />}
    </IconButton>
  );
}
