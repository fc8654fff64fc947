package io.hilum.portal.template.r2dbc;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import io.hilum.portal.postgres.Values;
import io.hilum.portal.template.SealedTemplate;
import io.hilum.portal.template.TemplateStore;
import io.hilum.portal.template.TemplateVersion;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static io.hilum.trust.row.Columns.required;

/**
 * Templates in the tables {@code portal.templates} and {@code portal.template_versions}.
 */
@Repository
class R2dbcTemplateStore implements TemplateStore {

	private static final String SELECT = """
			select t.id, t.holder, t.author, v.version, v.content, v.created_at
			from portal.templates t join portal.template_versions v on v.template = t.id""";

	private final DatabaseClient database;

	R2dbcTemplateStore(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Flux<SealedTemplate> list(Collection<UUID> holders) {
		return this.database.sql(SELECT + " and v.version = t.version where t.holder = any($1)")
			.bind(0, holders.toArray(UUID[]::new))
			.map(R2dbcTemplateStore::template)
			.all();
	}

	@Override
	public Mono<SealedTemplate> find(UUID id, Collection<UUID> holders, @Nullable Integer version) {
		return this.database
			.sql(SELECT + " and v.version = coalesce($3::integer, t.version) where t.id = $1 and t.holder = any($2)")
			.bind(0, id)
			.bind(1, holders.toArray(UUID[]::new))
			.bind(2, Values.of(version, Integer.class))
			.map(R2dbcTemplateStore::template)
			.one();
	}

	@Override
	public Flux<TemplateVersion> versions(UUID id) {
		return this.database
			.sql("select version, created_at from portal.template_versions where template = $1 order by version desc")
			.bind(0, id)
			.map((row) -> new TemplateVersion(required(row, "version", Integer.class),
					required(row, "created_at", Instant.class)))
			.all();
	}

	@Override
	public Mono<Boolean> insert(SealedTemplate template, int max) {
		return this.database.sql("""
				insert into portal.templates (id, holder, author, version, updated_at) select $1, $2, $3, $4, $5
				where (select count(*) from portal.templates where holder = $2) < $6""")
			.bind(0, template.id())
			.bind(1, template.holder())
			.bind(2, template.author())
			.bind(3, template.version())
			.bind(4, template.createdAt())
			.bind(5, max)
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> keep(template, rows));
	}

	@Override
	public Mono<Boolean> change(SealedTemplate template) {
		return this.database.sql("""
				update portal.templates set version = $2, updated_at = $3 where id = $1 and version = $2 - 1""")
			.bind(0, template.id())
			.bind(1, template.version())
			.bind(2, template.createdAt())
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> keep(template, rows));
	}

	private Mono<Boolean> keep(SealedTemplate template, long rows) {
		return (rows != 1) ? Mono.just(false)
				: this.database.sql("""
						insert into portal.template_versions (template, version, content, created_at)
						values ($1, $2, $3, $4)""")
					.bind(0, template.id())
					.bind(1, template.version())
					.bind(2, template.content())
					.bind(3, template.createdAt())
					.then()
					.thenReturn(true);
	}

	@Override
	public Mono<Void> delete(UUID id) {
		return this.database.sql("delete from portal.templates where id = $1").bind(0, id).then();
	}

	private static SealedTemplate template(Readable row) {
		return new SealedTemplate(required(row, "id", UUID.class), required(row, "holder", UUID.class),
				required(row, "author", String.class), required(row, "version", Integer.class),
				required(row, "content", byte[].class), required(row, "created_at", Instant.class));
	}

}
