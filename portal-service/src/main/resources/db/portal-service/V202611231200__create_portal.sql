-- Who has keys: a person, by the subject of its token, or a team. Everything below belongs to one of them.
create table portal.holders (
	id uuid primary key,
	kind text not null check (kind in ('person', 'team')),
	name text not null,
	data_key text not null,
	index_key bytea not null,
	created_at timestamptz not null,
	unique (kind, name)
);

create table portal.preferences (
	holder uuid primary key references portal.holders (id),
	content bytea not null
);

create table portal.folders (
	holder uuid not null references portal.holders (id),
	id uuid not null,
	name bytea not null,
	created_at timestamptz not null,
	primary key (holder, id)
);

-- Clients make ids, so an id says nothing beyond its holder.
create table portal.conversations (
	holder uuid not null references portal.holders (id),
	id uuid not null,
	team text not null,
	title bytea,
	folder uuid,
	model text,
	pinned boolean not null default false,
	archived boolean not null default false,
	current uuid,
	messages integer not null default 0,
	-- The role whose retention applies: of those that the person had when something was last said.
	kept_as text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	share uuid unique,
	share_team text,
	share_leaf uuid,
	share_name bytea,
	shared_at timestamptz,
	primary key (holder, id),
	foreign key (holder, folder) references portal.folders (holder, id) on delete set null (folder),
	constraint conversations_shared_whole check ((share is null) = (share_team is null) and (share is null) = (shared_at is null))
);

create index conversations_used on portal.conversations (holder, updated_at desc, id desc);
create index conversations_folder on portal.conversations (holder, folder) where folder is not null;
create index conversations_due on portal.conversations (updated_at);
create index conversations_shared on portal.conversations (share_team, shared_at desc, share desc) where share is not null;

-- Whoever deletes a row of this table has shredded the conversation.
create table portal.conversation_keys (
	holder uuid not null,
	conversation uuid not null,
	sealed_key bytea not null,
	primary key (holder, conversation),
	foreign key (holder, conversation) references portal.conversations (holder, id) on delete cascade
);

create table portal.messages (
	holder uuid not null,
	conversation uuid not null,
	id uuid not null,
	parent uuid,
	ordinal integer not null,
	role text not null check (role in ('system', 'user', 'assistant', 'tool')),
	model text,
	text bytea not null,
	seen bytea,
	details bytea not null,
	created_at timestamptz not null,
	primary key (holder, conversation, id),
	unique (holder, conversation, ordinal),
	foreign key (holder, conversation) references portal.conversations (holder, id) on delete cascade,
	foreign key (holder, conversation, parent) references portal.messages (holder, conversation, id) on delete cascade
);

-- Sealed text does not compress.
alter table portal.messages alter column text set storage external;
alter table portal.messages alter column seen set storage external;
alter table portal.messages alter column details set storage external;

create index messages_parent on portal.messages (holder, conversation, parent);

-- Keyed codes of the words of a title (whose message is nil) and of each message, ADR 41.
create table portal.word_marks (
	holder uuid not null,
	conversation uuid not null,
	message uuid not null,
	marks bigint[] not null,
	primary key (holder, conversation, message),
	foreign key (holder, conversation) references portal.conversations (holder, id) on delete cascade
);

-- A list of what is not yet in the index would be read by every search.
create index word_marks_marks on portal.word_marks using gin (marks) with (fastupdate = off);

create table portal.feedback (
	holder uuid not null,
	conversation uuid not null,
	message uuid not null,
	model text,
	rating text not null check (rating in ('up', 'down')),
	reason text,
	comment bytea,
	given_at timestamptz not null,
	primary key (holder, conversation, message),
	foreign key (holder, conversation, message) references portal.messages (holder, conversation, id) on delete cascade
);

create index feedback_given on portal.feedback (given_at);

-- Receipts; they outlive what they are for.
create table portal.deletions (
	audit_event uuid primary key,
	holder uuid not null references portal.holders (id),
	conversation uuid not null,
	messages integer not null,
	key_fingerprint text not null,
	reason text not null check (reason in ('person', 'retention')),
	deleted_at timestamptz not null
);

create index deletions_holder on portal.deletions (holder, deleted_at desc, audit_event desc);

create table portal.holds (
	matter text primary key,
	reason text not null,
	subject text,
	team text,
	since timestamptz,
	placed_by text not null,
	placed_at timestamptz not null,
	lifted_by text,
	lifted_at timestamptz
);

create table portal.templates (
	id uuid primary key,
	holder uuid not null references portal.holders (id),
	author text not null,
	version integer not null,
	updated_at timestamptz not null
);

create index templates_holder on portal.templates (holder);

create table portal.template_versions (
	template uuid not null references portal.templates (id) on delete cascade,
	version integer not null,
	content bytea not null,
	created_at timestamptz not null,
	primary key (template, version)
);

-- Work that one replica at a time does.
create table portal.leases (
	name text primary key,
	owner uuid not null,
	until timestamptz not null
);
