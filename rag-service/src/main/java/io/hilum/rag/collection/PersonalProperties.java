package io.hilum.rag.collection;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of personal collections, which hold what people attach to their conversations.
 *
 * @param perPerson how many a person may have
 * @param maxDocuments how many documents one may have
 * @param keptFor how long one is kept after the last document was added to it
 * @param interval how often it is looked for those whose time is over
 * @param batch how many of them are deleted at once
 */
@ConfigurationProperties("hilum.collections.personal")
public record PersonalProperties(@DefaultValue("200") long perPerson, @DefaultValue("50") long maxDocuments,
		@DefaultValue("90d") Duration keptFor, @DefaultValue("10m") Duration interval, @DefaultValue("100") int batch) {
}
