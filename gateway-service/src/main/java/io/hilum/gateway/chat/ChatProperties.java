package io.hilum.gateway.chat;

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
 * @param defaultPurpose the purpose of a request that names none
 */
@ConfigurationProperties("hilum.chat")
public record ChatProperties(@DefaultValue("4MB") DataSize maxBody, @DefaultValue("64") int maxDepth,
		@DefaultValue("400000") long maxTokens, @DefaultValue("4000") int maxTexts,
		@DefaultValue("64KB") DataSize inlineBody, @DefaultValue("16MB") DataSize maxEvent,
		@DefaultValue("32MB") DataSize maxAnswer, @DefaultValue("unspecified") String defaultPurpose) {
}
