-- A wrapped key with the id of what wrapped it. A key in wrapped_key, which has none, is still read, and moves here when it is
-- wrapped anew.
alter table rag.collections add column data_key text;
alter table rag.collections drop constraint collections_deleted_without_key;
-- A deleted collection has lost its key: what was sealed with it cannot be read again.
alter table rag.collections add constraint collections_deleted_without_key
	check (num_nonnulls(wrapped_key, data_key) = case when deleted_at is null then 1 else 0 end);
