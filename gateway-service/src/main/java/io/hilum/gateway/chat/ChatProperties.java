package io.hilum.gateway.chat;

import tools.jackson.core.StreamReadConstraints;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of one chat request and its answer.
 *
 * @param maxBody the largest body
 * @param maxDepth how deep its JSON may be
 * @param maxTokens how many tokens its JSON may have
 * @param maxTexts how many texts it may have; not more than phi-scrubber-service takes
 * @param inlineBody the largest body that is read on an event loop; larger ones are read
 * on other threads
 * @param maxEvent the largest event of a streamed answer
 * @param maxAnswer the largest answer that is not streamed
 * @param maxResponseId the longest id of a response that a provider keeps, in characters;
 * the more identifiers it has to hold, the longer it is
 * @param defaultPurpose the purpose of a request that names none
 */
@ConfigurationProperties("hilum.chat")
public record ChatProperties(@DefaultValue("4MB") DataSize maxBody, @DefaultValue("64") int maxDepth,
		@DefaultValue("400000") long maxTokens, @DefaultValue("4000") int maxTexts,
		@DefaultValue("64KB") DataSize inlineBody, @DefaultValue("16MB") DataSize maxEvent,
		@DefaultValue("32MB") DataSize maxAnswer, @DefaultValue("4096") int maxResponseId,
		@DefaultValue("unspecified") String defaultPurpose) {

	private static final int MAX_NUMBER_LENGTH = 64;

	private static final int MAX_NAME_LENGTH = 1024;

	/**
	 * Bounds of the JSON of a request. One with passages in it may be larger than what a
	 * client may send.
	 * @return the bounds
	 */
	StreamReadConstraints ofRequests() {
		return bounds(Math.max(this.maxBody.toBytes(), this.maxAnswer.toBytes())).maxTokenCount(this.maxTokens)
			.maxNumberLength(MAX_NUMBER_LENGTH)
			.maxNameLength(MAX_NAME_LENGTH)
			.build();
	}

	/**
	 * Bounds of the JSON of an answer.
	 * @return the bounds
	 */
	StreamReadConstraints ofAnswers() {
		return bounds(this.maxAnswer.toBytes()).build();
	}

	private StreamReadConstraints.Builder bounds(long length) {
		return StreamReadConstraints.builder()
			.maxNestingDepth(this.maxDepth)
			.maxDocumentLength(length)
			.maxStringLength(Math.toIntExact(this.maxAnswer.toBytes()));
	}
}
