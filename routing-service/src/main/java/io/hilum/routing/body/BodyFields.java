package io.hilum.routing.body;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a scan found.
 */
record BodyFields(Endpoint endpoint, int objectStart, String model, Member modelMember, boolean stream, int choices,
		@Nullable Integer maxTokens, List<Member> limits, @Nullable Member streamOptions, boolean streamOptionsEmpty,
		boolean includeUsage, @Nullable Member includeUsageMember, @Nullable Member extension,
		@Nullable String serviceTier) {

}
