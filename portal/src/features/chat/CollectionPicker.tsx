import { queryOptions, useQuery } from '@tanstack/react-query';
import { Library } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { data, type Api } from '../../lib/api';
import { useSession } from '../../lib/session';

export function collectionsQuery(api: Api) {
  return queryOptions({ queryKey: ['collections'], queryFn: () => data(api.rag.GET('/v1/collections')), staleTime: 60_000 });
}

interface Props {
  value: string[];
  onChange(collections: string[]): void;
}

/** The hospital's collections that an answer is to rest on. */
export function CollectionPicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { api } = useSession();
  const collections = useQuery(collectionsQuery(api));
  const offered = collections.data?.collections ?? [];
  if (offered.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <AriaButton className={value.length ? 'button medium secondary' : 'button icon quiet'} aria-label={t('collection.use', { count: value.length })}>
        <Library aria-hidden="true" />
        {value.length > 0 && value.length}
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="list-box"
          aria-label={t('collection.choose')}
          items={offered}
          selectionMode="multiple"
          selectedKeys={value}
          onSelectionChange={(keys) => onChange(keys === 'all' ? offered.map(({ name }) => name) : [...keys].map(String))}
        >
          {(collection) => (
            <MenuItem id={collection.name} textValue={collection.name} className="list-item">
              <Text slot="label">{collection.name}</Text>
              {collection.description && <Text slot="description">{collection.description}</Text>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
