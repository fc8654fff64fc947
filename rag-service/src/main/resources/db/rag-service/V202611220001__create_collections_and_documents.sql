create table rag.collections (
	id uuid primary key,
	name text not null,
	description text,
	roles text[] not null,
	teams text[] not null,
	users text[] not null,
	writers text[] not null,
	wrapped_key bytea,
	created_at timestamptz not null,
	created_by text not null,
	deleted_at timestamptz,
	-- A deleted collection has lost its key: what was sealed with it cannot be read again.
	constraint collections_deleted_without_key check ((deleted_at is null) = (wrapped_key is not null))
);

create unique index collections_name on rag.collections (name) where deleted_at is null;

create table rag.documents (
	id uuid primary key,
	collection_id uuid not null references rag.collections (id),
	status text not null check (status in ('queued', 'reading', 'embedding', 'ready', 'failed', 'deleted')),
	reason text,
	format text not null,
	bytes bigint not null,
	passages integer not null default 0,
	title bytea,
	content bytea,
	requester text,
	model text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	attempts integer not null default 0,
	-- When it is next worth a look: in the queue, for another attempt, or because its worker has gone silent.
	due_at timestamptz not null,
	lease uuid,
	-- The transaction of the last change, by which replicas follow without gaps.
	changed xid8 not null default pg_current_xact_id(),
	-- A file is kept only until its passages are.
	constraint documents_content_until_done check (status in ('queued', 'reading', 'embedding') or content is null)
);

alter table rag.documents alter column content set storage external;

create index documents_collection on rag.documents (collection_id, id) where status <> 'deleted';
create index documents_waiting on rag.documents (due_at) where status in ('queued', 'reading', 'embedding');
create index documents_deleted on rag.documents (updated_at) where status = 'deleted';
create index documents_changed on rag.documents (changed);

create table rag.passages (
	id uuid primary key,
	document_id uuid not null references rag.documents (id),
	ordinal integer not null,
	content bytea not null,
	vector bytea not null,
	unique (document_id, ordinal)
);
