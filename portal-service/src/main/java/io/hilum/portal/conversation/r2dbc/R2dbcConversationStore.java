package io.hilum.portal.conversation.r2dbc;

import java.util.List;
import java.util.UUID;

import io.hilum.portal.conversation.ConversationFilter;
import io.hilum.portal.conversation.ConversationState;
import io.hilum.portal.conversation.ConversationStore;
import io.hilum.portal.conversation.SealedConversation;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.postgres.Values;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

/**
 * Conversations in the table {@code portal.conversations}.
 */
@Repository
class R2dbcConversationStore implements ConversationStore {

	private static final UUID OF_TITLE = new UUID(0, 0);

	private static final String SELECT = """
			select c.*, k.sealed_key from portal.conversations c
			join portal.conversation_keys k on k.holder = c.holder and k.conversation = c.id""";

	private static final String ONE = SELECT + " where c.holder = $1 and c.id = $2";

	private static final int FIRST_WORD = 4;

	private static final String ORDER = " order by c.updated_at desc, c.id desc limit ";

	private final DatabaseClient database;

	R2dbcConversationStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Long> count(UUID holder) {
		return this.database.sql("select count(*) from portal.conversations where holder = $1")
			.bind(0, holder)
			.mapValue(Long.class)
			.one();
	}

	@Override
	public Mono<Boolean> insert(SealedConversation conversation, Long[] marks) {
		return insert(conversation).filter((rows) -> rows == 1)
			.flatMap((rows) -> insertKey(conversation).then(mark(conversation.holder(), conversation.id(), marks))
				.thenReturn(true))
			.defaultIfEmpty(false);
	}

	private Mono<Long> insert(SealedConversation conversation) {
		ConversationState state = conversation.state();
		return this.database.sql("""
				insert into portal.conversations
				(holder, id, team, title, folder, model, kept_as, created_at, updated_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (holder, id) do nothing""")
			.bind(0, conversation.holder())
			.bind(1, conversation.id())
			.bind(2, state.team())
			.bind(3, Values.of(conversation.title(), byte[].class))
			.bind(4, Values.of(state.folder(), UUID.class))
			.bind(5, Values.of(state.model(), String.class))
			.bind(6, Values.of(state.keptAs(), String.class))
			.bind(7, state.createdAt())
			.bind(8, state.updatedAt())
			.fetch()
			.rowsUpdated();
	}

	private Mono<Void> insertKey(SealedConversation conversation) {
		return this.database
			.sql("insert into portal.conversation_keys (holder, conversation, sealed_key) values ($1, $2, $3)")
			.bind(0, conversation.holder())
			.bind(1, conversation.id())
			.bind(2, conversation.key())
			.then();
	}

	@Override
	public Mono<SealedConversation> find(UUID holder, UUID id) {
		return one(this.database.sql(ONE).bind(0, holder).bind(1, id));
	}

	@Override
	public Mono<SealedConversation> lock(UUID holder, UUID id) {
		return one(this.database.sql(ONE + " for update of c").bind(0, holder).bind(1, id));
	}

	private static Mono<SealedConversation> one(GenericExecuteSpec select) {
		return select.map(ConversationRows::conversation).one();
	}

	@Override
	public Flux<SealedConversation> list(UUID holder, ConversationFilter filter, Cursor after, int limit) {
		return this.database.sql(SELECT + """
				 where c.holder = $1 and c.archived = $2 and ($3::uuid is null or c.folder = $3)
				and ($4::boolean is null or c.pinned = $4) and (c.updated_at, c.id) < ($5, $6)""" + ORDER + "$7")
			.bind(0, holder)
			.bind(1, filter.archived())
			.bind(2, Values.of(filter.folder(), UUID.class))
			.bind(3, Values.of(filter.pinned(), Boolean.class))
			.bind(4, after.at())
			.bind(5, after.id())
			.bind(6, limit)
			.map(ConversationRows::conversation)
			.all();
	}

	@Override
	public Flux<SealedConversation> search(UUID holder, List<Long[]> words, Cursor after, int limit) {
		StringBuilder hits = new StringBuilder();
		StringBuilder found = new StringBuilder("""
				select holder, id from portal.conversations where holder = $1 and (updated_at, id) < ($2, $3)""");
		for (int i = 0; i < words.size(); i++) {
			// By the index of marks, always: nobody knows how rare a mark of this person
			// is, and walking through all conversations finds a rare one last.
			hits.append((i > 0) ? ", hits" : "with hits")
				.append(i)
				.append(" as materialized (select conversation from portal.word_marks where holder = $1 and marks && $")
				.append(FIRST_WORD + 1 + i)
				.append(')');
			found.append(" and id in (select conversation from hits").append(i).append(')');
		}
		found.append(" order by updated_at desc, id desc limit $4");
		GenericExecuteSpec select = this.database
			.sql(hits + " " + SELECT + " where (c.holder, c.id) in (" + found
					+ ") order by c.updated_at desc, c.id desc")
			.bind(0, holder)
			.bind(1, after.at())
			.bind(2, after.id())
			.bind(3, limit);
		for (int i = 0; i < words.size(); i++) {
			select = select.bind(FIRST_WORD + i, words.get(i));
		}
		return select.map(ConversationRows::conversation).all();
	}

	@Override
	public Flux<SealedConversation> shared(String team, String except, Cursor after, int limit) {
		return this.database.sql(SELECT + """
				 join portal.holders h on h.id = c.holder
				where c.share_team = $1 and h.name <> $2 and (c.shared_at, c.share) < ($3, $4)
				order by c.shared_at desc, c.share desc limit $5""")
			.bind(0, team)
			.bind(1, except)
			.bind(2, after.at())
			.bind(3, after.id())
			.bind(4, limit)
			.map(ConversationRows::conversation)
			.all();
	}

	@Override
	public Mono<SealedConversation> shared(UUID share, String team) {
		return one(
				this.database.sql(SELECT + " where c.share = $1 and c.share_team = $2").bind(0, share).bind(1, team));
	}

	@Override
	public Mono<Void> update(SealedConversation conversation) {
		ConversationState state = conversation.state();
		GenericExecuteSpec update = this.database.sql("""
				update portal.conversations set team = $3, title = $4, folder = $5, model = $6, pinned = $7,
				archived = $8, current = $9, messages = $10, kept_as = $11, updated_at = $12, share = $13,
				share_team = $14, share_leaf = $15, share_name = $16, shared_at = $17
				where holder = $1 and id = $2""")
			.bind(0, conversation.holder())
			.bind(1, conversation.id())
			.bind(2, state.team())
			.bind(3, Values.of(conversation.title(), byte[].class))
			.bind(4, Values.of(state.folder(), UUID.class))
			.bind(5, Values.of(state.model(), String.class))
			.bind(6, state.pinned())
			.bind(7, state.archived())
			.bind(8, Values.of(state.current(), UUID.class))
			.bind(9, state.messages())
			.bind(10, Values.of(state.keptAs(), String.class))
			.bind(11, state.updatedAt());
		return ConversationRows.bindShare(update, 12, conversation.share()).then();
	}

	@Override
	public Mono<Void> mark(UUID holder, UUID id, Long[] marks) {
		return this.database.sql("""
				insert into portal.word_marks (holder, conversation, message, marks) values ($1, $2, $3, $4)
				on conflict (holder, conversation, message) do update set marks = excluded.marks""")
			.bind(0, holder)
			.bind(1, id)
			.bind(2, OF_TITLE)
			.bind(3, marks)
			.then();
	}

	@Override
	public Mono<Boolean> delete(UUID holder, UUID id) {
		return this.database.sql("delete from portal.conversations where holder = $1 and id = $2")
			.bind(0, holder)
			.bind(1, id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

}
