package io.hilum.portal.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of messages.
 *
 * @param perConversation how many messages a conversation may have, in all branches
 * @param maxText how many characters a message may have, and what the model saw of it
 * @param maxDetails how many characters receipt, citations and the like may have as JSON
 * @param page how much of a branch is answered at once at most, if it is more than one
 * message
 * @param export how much may be exported at once
 */
@ConfigurationProperties("hilum.portal.messages")
public record MessageProperties(@DefaultValue("2000") int perConversation, @DefaultValue("400000") int maxText,
		@DefaultValue("200000") int maxDetails, @DefaultValue("4MB") DataSize page,
		@DefaultValue("64MB") DataSize export) {

}
