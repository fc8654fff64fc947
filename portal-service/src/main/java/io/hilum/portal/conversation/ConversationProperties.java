package io.hilum.portal.conversation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of conversations.
 *
 * @param perPerson how many conversations somebody may have
 */
@ConfigurationProperties("hilum.portal.conversations")
public record ConversationProperties(@DefaultValue("100000") int perPerson) {

}
