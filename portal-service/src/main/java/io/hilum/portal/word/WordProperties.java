package io.hilum.portal.word;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the search.
 *
 * @param perText how many different words of a text can be searched for; further ones are
 * not found
 * @param perQuery how many words of a query are looked for; further ones are passed over
 */
@ConfigurationProperties("hilum.portal.words")
public record WordProperties(@DefaultValue("4000") int perText, @DefaultValue("8") int perQuery) {

}
