package io.hilum.usage.team;

import java.time.Instant;
import java.util.List;

/**
 * A program of a team, whose keys may do no more than it.
 *
 * @param id the id, as it stands in keys and the ledger
 * @param name what people call it
 * @param team the team that pays
 * @param owner who answers for it, as {@code issuer|subject}
 * @param models patterns of models that its keys may use
 * @param purpose the purpose of use it was approved for
 * @param changedAt when it was set
 * @param changedBy who set it
 */
public record Application(String id, String name, String team, String owner, List<String> models, String purpose,
		Instant changedAt, String changedBy) {

	public Application {
		TeamRules.id("id", id);
		TeamRules.name("name", name);
		TeamRules.id("team", team);
		TeamRules.subject("owner", owner);
		models = TeamRules.models(models);
		TeamRules.name("purpose", purpose);
	}

}
