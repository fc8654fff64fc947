package io.hilum.usage.team;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Those who are charged together.
 *
 * @param id the id, as it stands in tokens, keys and the ledger
 * @param name what people call it
 * @param members who belongs to it
 * @param changedAt when it was set
 * @param changedBy who set it
 */
public record Team(String id, String name, List<Member> members, Instant changedAt, String changedBy) {

	private static final int MAX_MEMBERS = 1000;

	public Team {
		TeamRules.id("id", id);
		TeamRules.name("name", name);
		members = List.copyOf(members);
		TeamRules.require("members", members.size() <= MAX_MEMBERS, "at most 1000 members");
		TeamRules.require("members",
				new HashSet<>(members.stream().map(Member::subject).toList()).size() == members.size(),
				"each subject once");
	}

	/**
	 * Somebody who belongs to a team.
	 *
	 * @param subject the person or workload, as {@code issuer|subject}
	 * @param role what they are in it
	 */
	public record Member(@Nullable String subject, @Nullable Role role) {

		public Member {
			TeamRules.subject("members.subject", subject);
			role = (role != null) ? role : Role.MEMBER;
		}

	}

	/**
	 * What somebody is in a team. It gives no right on models, which the roles of the
	 * catalogue do; it says whom to ask.
	 */
	public enum Role {

		/**
		 * Answers for the team's spending.
		 */
		OWNER,

		/**
		 * Belongs to it.
		 */
		MEMBER

	}

}
