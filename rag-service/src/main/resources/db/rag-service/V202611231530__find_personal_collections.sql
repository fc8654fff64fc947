create index collections_personal on rag.collections (created_by) where name like 'personal-%' and deleted_at is null;
