package io.hilum.usage.team.r2dbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.hilum.trust.row.Columns;
import io.hilum.usage.row.Changes;
import io.hilum.usage.team.Team;
import io.hilum.usage.team.Teams;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Teams in Postgres.
 */
@Repository
class R2dbcTeams implements Teams {

	private static final String SET = """
			INSERT INTO usage.team (id, name, changed_at, changed_by) VALUES (:id, :name, :at, :by)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at,
				changed_by = excluded.changed_by, deleted = false
			""";

	private static final String ADD_MEMBERS = """
			INSERT INTO usage.team_member (team, subject, role)
			SELECT :id, subject, role FROM unnest(CAST(:subjects AS text[]), CAST(:roles AS text[])) AS m (subject, role)
			""";

	private static final String SELECT = """
			SELECT t.*, m.subjects, m.roles FROM usage.team t CROSS JOIN LATERAL (
				SELECT coalesce(array_agg(subject ORDER BY subject), '{}') AS subjects,
					coalesce(array_agg(role ORDER BY subject), '{}') AS roles
				FROM usage.team_member WHERE team = t.id) AS m
			WHERE NOT t.deleted
			""";

	private static final String LIST = SELECT + """
			AND (CAST(:member AS text) IS NULL OR CAST(:member AS text) = ANY(m.subjects)) AND t.id > :after
			ORDER BY t.id LIMIT :limit
			""";

	private static final String DELETE = """
			UPDATE usage.team SET deleted = true, changed_at = :at, changed_by = :by WHERE id = :id AND NOT deleted
			""";

	private final DatabaseClient database;

	R2dbcTeams(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Void> set(Team team) {
		return this.database.sql(SET)
			.bind("id", team.id())
			.bind("name", team.name())
			.bind("at", team.changedAt())
			.bind("by", team.changedBy())
			.then()
			.then(this.database.sql("DELETE FROM usage.team_member WHERE team = :id").bind("id", team.id()).then())
			.then(addMembers(team));
	}

	private Mono<Void> addMembers(Team team) {
		return this.database.sql(ADD_MEMBERS)
			.bind("id", team.id())
			.bind("subjects", team.members().stream().map(Team.Member::subject).toArray(String[]::new))
			.bind("roles",
					team.members()
						.stream()
						.map((member) -> Objects.requireNonNull(member.role()).name().toLowerCase(Locale.ROOT))
						.toArray(String[]::new))
			.then();
	}

	@Override
	public Mono<Team> find(String id) {
		return this.database.sql(SELECT + " AND t.id = :id").bind("id", id).map(R2dbcTeams::team).one();
	}

	@Override
	public Flux<Team> list(@Nullable String member, @Nullable String after, int limit) {
		return this.database.sql(LIST)
			.bind("member", Parameters.in(R2dbcType.VARCHAR, member))
			.bind("after", Objects.requireNonNullElse(after, ""))
			.bind("limit", limit)
			.map(R2dbcTeams::team)
			.all();
	}

	@Override
	public Mono<Boolean> delete(String id, String by, Instant at) {
		return Changes.made(this.database.sql(DELETE).bind("id", id).bind("by", by).bind("at", at));
	}

	@Override
	public Mono<Standing> hold(String id) {
		return this.database.sql("SELECT deleted FROM usage.team WHERE id = :id FOR SHARE")
			.bind("id", id)
			.mapValue(Boolean.class)
			.one()
			.map((deleted) -> deleted ? Standing.DELETED : Standing.ACTIVE);
	}

	private static Team team(Readable row) {
		String[] subjects = Columns.required(row, "subjects", String[].class);
		String[] roles = Columns.required(row, "roles", String[].class);
		List<Team.Member> members = new ArrayList<>(subjects.length);
		for (int i = 0; i < subjects.length; i++) {
			members.add(new Team.Member(subjects[i], Team.Role.valueOf(roles[i].toUpperCase(Locale.ROOT))));
		}
		return new Team(Columns.text(row, "id"), Columns.text(row, "name"), members, Columns.instant(row, "changed_at"),
				Columns.text(row, "changed_by"));
	}

}
